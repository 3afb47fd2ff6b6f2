import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incomingOf } from '../../src/telegram/incoming.js';

const self = { id: 7, name: 'Qubao_Bot' };
const from = { id: 5, language_code: 'en' };
const group = { id: -9, type: 'supergroup', title: 'x' };
const message = (changes: object) =>
  incomingOf(
    { update_id: 1, message: { message_id: 1, chat: { id: 5, type: 'private' }, from, ...changes } },
    self,
  );

describe('an update', () => {
  it('with a command is one, whatever its case and its spaces', () => {
    expect(message({ text: ' /LATEST@qubao_bot   金水区\n5 ' })).toMatchObject({
      kind: 'command',
      name: 'latest',
      args: '金水区\n5',
    });
    expect(message({ text: '/start' })).toMatchObject({ kind: 'command', name: 'start', args: '' });
  });

  it('with a command for another bot is ignored', () => {
    expect(message({ text: '/latest@other_bot' })).toEqual({ kind: 'ignored' });
  });

  it('of a forum has its topic, of a reply chain in a group has none', () => {
    const topic = { chat: group, message_thread_id: 4, is_topic_message: true, text: '/help' };
    expect(message(topic)).toMatchObject({ address: { chat: -9, thread: 4 } });
    expect(message({ chat: group, message_thread_id: 4, text: '/help' })).toMatchObject({
      address: { chat: -9, thread: null },
    });
  });

  it('in a group is for the bot when it is named or replied to', () => {
    expect(message({ chat: group, text: 'hi @QUBAO_bot 消防' })).toMatchObject({
      isToBot: true,
      text: 'hi   消防',
    });
    expect(
      message({ chat: group, text: 'hi', reply_to_message: { from: { id: 7 }, text: 'q' } }),
    ).toMatchObject({ isToBot: true, repliesTo: 'q' });
    expect(message({ chat: group, text: 'hi' })).toMatchObject({ isToBot: false });
  });

  it('that our inline mode wrote, or that a channel passed on to its group, is ignored', () => {
    expect(message({ text: '消防演练', via_bot: { id: 7 } })).toEqual({ kind: 'ignored' });
    expect(message({ text: '消防演练', via_bot: { id: 8 } })).toMatchObject({ kind: 'text' });
    const post = { chat: group, sender_chat: { id: -8 }, is_automatic_forward: true };
    expect(message({ ...post, text: '/subscribe@qubao_bot 金水区' })).toEqual({ kind: 'ignored' });
  });

  it('of an edit, a poll, or nonsense is ignored', () => {
    for (const update of [
      { update_id: 1, edited_message: {} },
      { update_id: 1, poll: {} },
      null,
      5,
      'x',
      [],
      { update_id: 'x' },
    ]) {
      expect(incomingOf(update, self)).toEqual({ kind: 'ignored' });
    }
  });

  it('of a press under a message from inline mode has no message', () => {
    const press = { id: 'q', from, data: 'r:1', inline_message_id: 'x' };
    expect(incomingOf({ update_id: 1, callback_query: press }, self)).toMatchObject({
      kind: 'press',
      messageId: 0,
      address: { chat: 5 },
    });
  });

  it('of any form is survived', () => {
    fc.assert(
      fc.property(
        fc.object({ maxDepth: 4 }),
        fc.constantFrom('message', 'callback_query', 'my_chat_member', 'channel_post', 'inline_query'),
        (value, kind) => {
          expect(() => incomingOf({ update_id: 1, [kind]: value }, self)).not.toThrow();
        },
      ),
    );
  });
});
