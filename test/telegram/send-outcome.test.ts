import { describe, expect, test } from 'vitest';
import { Problem } from '../../src/problem.js';
import type { RawAnswer } from '../../src/telegram/bot-client.js';
import { editOutcomeOf, sendOutcomeOf } from '../../src/telegram/send-outcome.js';

function refusal(code: number, description: string, parameters?: object): RawAnswer {
  const body = JSON.stringify({
    ok: false,
    error_code: code,
    description,
    ...(parameters && { parameters }),
  });
  return answered(code, body);
}

function answered(status: number, body: string): RawAnswer {
  return { kind: 'answered', status, body: Buffer.from(body) };
}

describe('what came back for a send', () => {
  test.each([
    [403, 'Forbidden: bot was blocked by the user', 'blocked'],
    [403, 'Forbidden: user is deactivated', 'deactivated'],
    [400, 'Bad Request: INPUT_USER_DEACTIVATED', 'deactivated'],
    [403, 'Forbidden: bot was kicked from the group chat', 'kicked'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'kicked'],
    [403, 'Forbidden: bot is not a member of the channel chat', 'kicked'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'chat-not-found'],
    [400, 'Bad Request: chat not found', 'chat-not-found'],
    [403, 'Forbidden: the group chat was deleted', 'chat-not-found'],
    [400, 'Bad Request: PEER_ID_INVALID', 'chat-not-found'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', 'no-right-to-write'],
    [400, 'Bad Request: have no rights to send a message', 'no-right-to-write'],
    [400, 'Bad Request: need administrator rights in the channel chat', 'no-right-to-write'],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'no-right-to-write'],
    [400, 'Bad Request: TOPIC_CLOSED', 'topic-closed'],
    [400, 'Bad Request: message thread not found', 'topic-closed'],
  ])('%i %s means that the chat is unreachable: %s', (code, description, reason) => {
    expect(sendOutcomeOf(refusal(code, description))).toEqual({ kind: 'unreachable', reason });
  });

  test('an accepted message is delivered, with its id', () => {
    const bodies = [
      '{"ok":true,"result":{"message_id":17}}',
      '{"ok":true,"result":{"message_id":17,"text":"长 long"}}',
      '{"result": {"text": "message_id", "message_id": 17}, "ok": true}',
      '{"ok":true,"result":{"message_id":17,"text":"cut in the mid',
    ];
    for (const body of bodies)
      expect(sendOutcomeOf(answered(200, body)), body).toEqual({ kind: 'delivered', messageId: 17 });
  });

  test.each(['', '{"ok":tr', 'null'])('a 200 that cannot be read (%j) was delivered all the same', (body) => {
    expect(sendOutcomeOf(answered(200, body))).toEqual({
      kind: 'delivered',
      messageId: 0,
    });
    expect(sendOutcomeOf({ kind: 'cut', status: 200, cause: 'ECONNRESET' })).toEqual({
      kind: 'delivered',
      messageId: 0,
    });
  });

  test("a proxy's web page under 200 leaves it unknown, under 502 or 403 it was not delivered", () => {
    const page = '<html><body>sign in</body></html>';
    expect(sendOutcomeOf(answered(200, page)).kind).toBe('unknown');
    expect(sendOutcomeOf(answered(502, page)).kind).toBe('failed');
    expect(sendOutcomeOf(answered(403, page)).kind).toBe('failed');
    expect(sendOutcomeOf(answered(404, page)).kind).toBe('failed');
  });

  test('a complete 5xx was not delivered, one that broke off nobody knows', () => {
    expect(sendOutcomeOf(refusal(500, 'Internal Server Error')).kind).toBe('failed');
    expect(sendOutcomeOf({ kind: 'cut', status: 500, cause: 'ECONNRESET' }).kind).toBe('unknown');
  });

  test('429 names its time, in JSON or by default', () => {
    const flood = refusal(429, 'Too Many Requests: retry after 35', { retry_after: 35 });
    expect(sendOutcomeOf(flood)).toEqual({ kind: 'limited', retryAfterS: 35 });
    expect(sendOutcomeOf(answered(429, '<html>'))).toEqual({
      kind: 'limited',
      retryAfterS: 5,
    });
  });

  test('a group that became a supergroup tells its new number', () => {
    const upgraded = refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -1001,
    });
    expect(sendOutcomeOf(upgraded)).toEqual({ kind: 'moved', chat: -1001 });
  });

  test.each([
    "Bad Request: can't parse entities",
    'Bad Request: message is too long',
    'Bad Request: BUTTON_DATA_INVALID',
  ])('%s is our mistake', (description) => {
    expect(sendOutcomeOf(refusal(400, description))).toEqual({ kind: 'malformed', description });
  });

  test('a refusal that nobody has named stops no subscription', () => {
    expect(sendOutcomeOf(refusal(403, 'Forbidden: something new')).kind).toBe('failed');
    expect(sendOutcomeOf(refusal(409, 'Conflict')).kind).toBe('failed');
  });

  test.each([
    [401, 'Unauthorized'],
    [404, 'Not Found'],
  ])('%i %s is a problem with the token', (code, description) => {
    expect(() => sendOutcomeOf(refusal(code, description))).toThrow(Problem);
    expect(() => sendOutcomeOf(refusal(code, description))).toThrow('BOT_TOKEN');
  });

  test('silence after the request was written is unknown, before it nothing was sent', () => {
    expect(sendOutcomeOf({ kind: 'silent', wasWritten: true, cause: 'ECONNRESET' }).kind).toBe('unknown');
    expect(sendOutcomeOf({ kind: 'silent', wasWritten: false, cause: 'ENOTFOUND' }).kind).toBe('failed');
  });
});

describe('what came back for an edit', () => {
  test('nothing to change is as good as changed, and a message may be gone', () => {
    const edit = (description: string) => editOutcomeOf(refusal(400, `Bad Request: ${description}`)).kind;
    expect(edit('message is not modified: specified new message content is the same')).toBe('delivered');
    expect(edit('message to edit not found')).toBe('gone');
    expect(edit("message can't be edited")).toBe('gone');
    expect(edit("can't parse entities")).toBe('malformed');
  });
});
