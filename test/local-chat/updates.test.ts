import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotApiServer } from '../../src/local-chat/bot-api/bot-api-server.js';
import { startBotApi } from '../../src/local-chat/bot-api/start-bot-api.js';
import { apiCall } from '../support/api-call.js';

const resident = 101;
let server: BotApiServer;

beforeEach(async () => {
  server = await startBotApi();
  server.addUser({ id: resident, firstName: '小陈', username: 'xiaochen', languageCode: 'zh-hans' });
});
afterEach(() => server.close());

const call = (method: string, parameters: object = {}) => apiCall(server, method, parameters);

describe('getUpdates', () => {
  it('gives what was said, as Telegram describes it', async () => {
    server.say(resident, resident, '/start d_jinshui');
    const { result } = await call('getUpdates', { timeout: 30 });
    expect(result).toEqual([
      {
        update_id: expect.any(Number),
        message: {
          message_id: 1,
          date: expect.any(Number),
          chat: { id: resident, type: 'private', first_name: '小陈', username: 'xiaochen' },
          from: {
            id: resident,
            is_bot: false,
            first_name: '小陈',
            username: 'xiaochen',
            language_code: 'zh-hans',
          },
          text: '/start d_jinshui',
          entities: [{ type: 'bot_command', offset: 0, length: 6 }],
        },
      },
    ]);
  });

  it('waits for what comes', async () => {
    const polled = call('getUpdates', { timeout: 30 });
    while (server.requests().length > 0) await Promise.resolve();
    server.say(resident, resident, 'hello');
    expect((await polled).result).toMatchObject([{ message: { text: 'hello' } }]);
  });

  it('gives an update again until a higher offset confirms it', async () => {
    server.say(resident, resident, 'one');
    server.say(resident, resident, 'two');
    const first = (await call('getUpdates', { limit: 1 })).result as { update_id: number }[];
    expect(first).toMatchObject([{ message: { text: 'one' } }]);
    const offset = (first[0]?.update_id ?? 0) + 1;
    expect((await call('getUpdates', { offset })).result).toMatchObject([{ message: { text: 'two' } }]);
    expect((await call('getUpdates', { offset: offset + 1 })).result).toEqual([]);
  });

  it('ends an older poll with 409', async () => {
    const older = call('getUpdates', { timeout: 30 });
    await call('getMe');
    const newer = call('getUpdates', { timeout: 30 });
    expect(await older).toMatchObject({
      error_code: 409,
      description: expect.stringMatching(/^Conflict: terminated by other getUpdates request/),
    });
    server.say(resident, resident, 'x');
    expect((await newer).result).toHaveLength(1);
  });

  it('leaves out kinds that were not asked for', async () => {
    await call('getUpdates', { allowed_updates: ['callback_query'] });
    server.say(resident, resident, 'x');
    expect((await call('getUpdates')).result).toEqual([]);
  });
});

describe('in a group', () => {
  const group = -501;
  beforeEach(() => {
    server.addChat({ id: group, type: 'group', title: '三单元', members: { [resident]: 'creator' } });
  });

  it('the bot hears commands for it, mentions and replies, and nothing else', async () => {
    const { result } = await call('sendMessage', { chat_id: group, text: 'hi' });
    const replyTo = (result as { message_id: number }).message_id;
    server.say(resident, group, 'talk among neighbours');
    server.say(resident, group, '/latest@other_bot');
    server.say(resident, group, '/latest@qubao_local_bot');
    server.say(resident, group, 'ask @qubao_local_bot');
    server.say(resident, group, 'thanks', { replyTo });
    const updates = (await call('getUpdates')).result;
    expect(updates).toMatchObject([
      { message: { text: '/latest@qubao_local_bot' } },
      { message: { text: 'ask @qubao_local_bot' } },
      { message: { text: 'thanks', reply_to_message: { message_id: replyTo } } },
    ]);
  });
});

describe('buttons and inline queries', () => {
  it('are answered once', async () => {
    server.say(resident, resident, '/start');
    const reply_markup = { inline_keyboard: [[{ text: '开始', callback_data: 'go' }]] };
    await call('sendMessage', { chat_id: resident, text: 'a', reply_markup });
    const pressed = server.press(resident, resident, 2, '开始');
    const updates = (await call('getUpdates')).result as { callback_query?: { id: string; data: string } }[];
    const query = updates.at(-1)?.callback_query;
    expect(query?.data).toBe('go');
    const answer = { callback_query_id: query?.id, text: '好', show_alert: true };
    expect(await call('answerCallbackQuery', answer)).toEqual({ ok: true, result: true });
    expect(await pressed).toMatchObject({ text: '好', isAlert: true, user: resident });
    expect(await call('answerCallbackQuery', answer)).toMatchObject({
      error_code: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
  });

  it('give checked results', async () => {
    const asked = server.inlineQuery(resident, '消防');
    const updates = (await call('getUpdates')).result as { inline_query: { id: string } }[];
    const article = {
      type: 'article',
      id: '1',
      title: '演练',
      input_message_content: { message_text: '正文' },
    };
    const answer = { inline_query_id: updates[0]?.inline_query.id, results: [article, article] };
    expect(await call('answerInlineQuery', answer)).toMatchObject({
      description: 'Bad Request: RESULT_ID_DUPLICATE',
    });
    await call('answerInlineQuery', { ...answer, results: [article], is_personal: true });
    expect(await asked).toMatchObject({ isPersonal: true, results: [{ title: '演练' }] });
  });
});

describe('a webhook', () => {
  it('is handed updates with its secret, and its answer may hold a call', async () => {
    const posts: { readonly secret: unknown; readonly body: string }[] = [];
    const hook = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        posts.push({ secret: request.headers['x-telegram-bot-api-secret-token'], body });
        response.end(JSON.stringify({ method: 'sendMessage', chat_id: resident, text: 'by webhook' }));
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`;
    await call('setWebhook', { url, secret_token: 'abc' });
    expect(await call('getUpdates')).toMatchObject({ error_code: 409 });
    const answered = server.nextMessage(({ text }) => text === 'by webhook');
    server.say(resident, resident, 'hello');
    await answered;
    expect(posts).toMatchObject([{ secret: 'abc', body: expect.stringContaining('"hello"') }]);
    expect(await call('getWebhookInfo')).toMatchObject({ result: { url, pending_update_count: 0 } });
    await call('deleteWebhook');
    expect(await call('getUpdates')).toMatchObject({ ok: true, result: [] });
    await new Promise((resolve) => hook.close(resolve));
  });

  it('needs https outside this machine', async () => {
    expect(await call('setWebhook', { url: 'http://example.org/hook' })).toMatchObject({ error_code: 400 });
  });
});

describe('commands', () => {
  it('are kept by scope and language', async () => {
    const commands = [{ command: 'latest', description: '最新' }];
    const scope = { type: 'all_private_chats' };
    await call('setMyCommands', { commands, scope, language_code: 'zh' });
    expect((await call('getMyCommands', { scope, language_code: 'zh' })).result).toEqual(commands);
    expect((await call('getMyCommands', { scope })).result).toEqual([]);
    expect(
      await call('setMyCommands', { commands: [{ command: 'Latest!', description: 'x' }] }),
    ).toMatchObject({
      description: 'Bad Request: BOT_COMMAND_INVALID',
    });
  });
});
