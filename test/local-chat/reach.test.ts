import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotApiServer } from '../../src/local-chat/bot-api/bot-api-server.js';
import { startBotApi } from '../../src/local-chat/bot-api/start-bot-api.js';
import type { Access } from '../../src/local-chat/bot-api/world.js';
import { apiCall } from '../support/api-call.js';

const resident = 101;
const group = -501;
const forum = -1_001_000_000_502;
let server: BotApiServer;

beforeEach(async () => {
  server = await startBotApi();
  server.addUser({ id: resident, firstName: '小陈', isStarted: true });
  server.addChat({ id: group, type: 'group', title: '三单元', members: { [resident]: 'creator' } });
  server.addChat({ id: forum, type: 'supergroup', title: '小区', isForum: true });
});
afterEach(() => server.close());

const call = (method: string, parameters: object = {}) => apiCall(server, method, parameters);
const sendTo = (chat_id: number, more: object = {}) => call('sendMessage', { chat_id, text: 'a', ...more });

describe('a chat that cannot be written to', () => {
  const cases: readonly (readonly [number, Access, number, string])[] = [
    [resident, { kind: 'blocked' }, 403, 'Forbidden: bot was blocked by the user'],
    [resident, { kind: 'deactivated' }, 403, 'Forbidden: user is deactivated'],
    [resident, { kind: 'not-started' }, 403, "Forbidden: bot can't initiate conversation with a user"],
    [group, { kind: 'kicked' }, 403, 'Forbidden: bot was kicked from the group chat'],
    [forum, { kind: 'kicked' }, 403, 'Forbidden: bot was kicked from the supergroup chat'],
    [forum, { kind: 'left' }, 403, 'Forbidden: bot is not a member of the supergroup chat'],
    [forum, { kind: 'no-rights' }, 400, 'Bad Request: not enough rights to send text messages to the chat'],
    [group, { kind: 'deleted' }, 403, 'Forbidden: the group chat was deleted'],
    [group, { kind: 'not-found' }, 400, 'Bad Request: chat not found'],
  ];
  it.each(cases)('%i refuses in the words of Telegram', async (chat, access, error_code, description) => {
    server.setAccess(chat, access);
    expect(await sendTo(chat)).toEqual({ ok: false, error_code, description });
    expect(server.violations()).toEqual([]);
    expect(server.received(chat)).toBe(0);
  });

  it('and that nobody knows is not found', async () => {
    expect(await sendTo(777)).toMatchObject({ description: 'Bad Request: chat not found' });
  });
});

it('a group that became a supergroup names the new chat', async () => {
  const to = server.migrate(group);
  expect(await sendTo(group)).toEqual({
    ok: false,
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: to },
  });
  expect(await sendTo(to)).toMatchObject({ ok: true });
  const { result } = await call('getUpdates');
  expect(result).toMatchObject([
    { message: { chat: { id: group }, migrate_to_chat_id: to } },
    { message: { chat: { id: to }, migrate_from_chat_id: group } },
  ]);
});

it('a topic that is closed or missing refuses', async () => {
  const thread = server.addTopic(forum, '新闻', resident);
  expect(await sendTo(forum, { message_thread_id: thread })).toMatchObject({
    result: { is_topic_message: true, message_thread_id: thread },
  });
  server.closeTopic(forum, thread);
  expect(await sendTo(forum, { message_thread_id: thread })).toMatchObject({
    description: 'Bad Request: TOPIC_CLOSED',
  });
  expect(await sendTo(forum, { message_thread_id: 99 })).toMatchObject({
    description: 'Bad Request: message thread not found',
  });
});

it('blocking and unblocking are told as my_chat_member', async () => {
  server.block(resident);
  server.unblock(resident);
  const { result } = await call('getUpdates');
  expect(result).toMatchObject([
    {
      my_chat_member: {
        chat: { type: 'private' },
        from: { id: resident },
        old_chat_member: { status: 'member' },
        new_chat_member: { status: 'kicked', until_date: 0 },
      },
    },
    { my_chat_member: { old_chat_member: { status: 'kicked' }, new_chat_member: { status: 'member' } } },
  ]);
  expect(await sendTo(resident)).toMatchObject({ ok: true });
});

it('administrators of a group are listed, those of a private chat are not', async () => {
  expect(await call('getChatAdministrators', { chat_id: group })).toMatchObject({
    result: [{ status: 'creator', user: { id: resident } }],
  });
  expect(await call('getChatMember', { chat_id: group, user_id: resident })).toMatchObject({
    result: { status: 'creator' },
  });
  expect(await call('getChatAdministrators', { chat_id: resident })).toMatchObject({ error_code: 400 });
});
