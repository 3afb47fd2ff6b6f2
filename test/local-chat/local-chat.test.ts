import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MovableClock, movableClock } from '../../src/calendar/movable-clock.js';
import { type LocalChat, startLocalChat } from '../../src/local-chat/start-local-chat.js';
import { silentLog } from '../../src/log.js';
import { apiCall } from '../support/api-call.js';

let clock: MovableClock;
let chat: LocalChat;

beforeEach(async () => {
  clock = movableClock(new Date('2024-08-27T00:00:00Z'));
  chat = await startLocalChat({ clock, zone: 'Asia/Shanghai', log: silentLog });
});
afterEach(() => chat.close());

const bot = (method: string, parameters: object = {}) =>
  apiCall({ url: chat.apiRoot, token: chat.token }, method, parameters);

async function act(kind: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${chat.address}api/${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const answer: { readonly result?: unknown } = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, result: answer.result };
}

/** A request as a browser would send it that was led here by a foreign name. */
function statusFor(host: string): Promise<number | undefined> {
  const { port } = new URL(chat.address);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject).end();
  });
}

describe('the page', () => {
  it('is served with a policy that allows nothing from elsewhere', async () => {
    const response = await fetch(chat.address);
    expect(await response.text()).toContain('<title>区报 · 本机试聊</title>');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('names nothing outside this machine', async () => {
    const paths = [
      '',
      'styles/colours.css',
      'styles/layout.css',
      'styles/bubbles.css',
      'styles/composer.css',
    ];
    for (const path of paths) {
      const response = await fetch(`${chat.address}${path}`);
      expect(response.status).toBe(200);
      expect(await response.text()).not.toMatch(/https?:\/\/|@import|url\(/);
    }
  });

  it('is refused under a foreign name', async () => {
    expect(await statusFor('evil.example')).toBe(421);
    expect(await statusFor(new URL(chat.address).host)).toBe(200);
  });

  it('takes no path out of its folders', async () => {
    for (const path of ['styles/..%2Findex.html', 'page/..%2F..%2Fmain.js', 'styles/../../main.ts'])
      expect((await fetch(`${chat.address}${path}`)).status).toBe(404);
  });

  it('takes nothing that another page posts', async () => {
    const said = { user: 1001, chat: 1001, text: 'x' };
    expect((await act('say', said, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await act('say', said, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await act('say', { ...said, text: 5 })).status).toBe(400);
    expect((await act('say', { ...said, chat: 99 })).status).toBe(409);
  });
});

it('says in a sentence that its port is taken', async () => {
  const port = Number(new URL(chat.address).port);
  await expect(startLocalChat({ port, clock, zone: 'Asia/Shanghai', log: silentLog })).rejects.toThrow(
    `PORT is ${port}, but the local chat cannot be opened on it: another program listens there`,
  );
});

describe('a visitor', () => {
  it('speaks as a resident, and the bot hears it', async () => {
    await act('say', { user: 1001, chat: 1001, text: '/start' });
    expect((await bot('getUpdates')).result).toMatchObject([
      { message: { text: '/start', from: { id: 1001, language_code: 'zh-hans' }, date: 1724716800 } },
    ]);
  });

  it('presses a button and is told the answer', async () => {
    await act('say', { user: 1001, chat: 1001, text: '/start' });
    const reply_markup = { inline_keyboard: [[{ text: '金水区', callback_data: 'd:jinshui' }]] };
    await bot('sendMessage', { chat_id: 1001, text: '住在哪里？', reply_markup });
    const pressed = act('press', { user: 1001, chat: 1001, message: 2, data: 'd:jinshui' });
    const query = await heard('callback_query');
    await bot('answerCallbackQuery', { callback_query_id: query.id, text: '好' });
    expect((await pressed).result).toMatchObject({ text: '好', isAlert: false });
  });

  it('finds stories inline and sends one', async () => {
    const asked = act('inline', { user: 1001, query: '消防', offset: '' });
    const query = await heard('inline_query');
    const content = { message_text: '全文' };
    const results = [{ type: 'article', id: 'a', title: '演练', input_message_content: content }];
    await bot('answerInlineQuery', { inline_query_id: query.id, results });
    expect((await asked).result).toEqual({
      results: [{ title: '演练', description: '全文' }],
      nextOffset: '',
      button: null,
    });
    await act('choose', { user: 1001, chat: 1001, query: '消防', result: 0 });
    expect(chat.server.messages(1001).at(-1)).toMatchObject({ text: '全文', via_bot: { is_bot: true } });
  });

  it('moves the clock to the next morning, and who listens is told', async () => {
    const moved: string[] = [];
    clock.onMoved((now) => moved.push(now.toISOString().slice(0, 16)));
    await act('clock', { to: 'morning' });
    await act('clock', { to: 'hour' });
    await act('clock', { to: Date.parse('2024-08-30T00:00:00Z') });
    expect(moved).toEqual(['2024-08-27T23:30', '2024-08-28T00:30', '2024-08-30T00:00']);
  });

  it('brings in another resident, with another language', async () => {
    const { result } = await act('resident', { name: 'Tom', language: 'en' });
    await act('say', { user: result, chat: result, text: 'hello' });
    expect((await heard('message')).from).toMatchObject({ first_name: 'Tom', language_code: 'en' });
  });

  it('sees the commands of the chat in the language of the resident', async () => {
    await bot('setMyCommands', { commands: [{ command: 'help', description: 'Help' }] });
    const commands = [{ command: 'help', description: '帮助' }];
    await bot('setMyCommands', { commands, language_code: 'zh' });
    expect((await act('commands', { user: 1001, chat: 1001 })).result).toEqual(commands);
    expect((await act('commands', { user: 1003, chat: 1003 })).result).toEqual([
      { command: 'help', description: 'Help' },
    ]);
  });
});

interface Heard {
  readonly id: string;
  readonly from: object;
}

/** What the next update of this kind holds. */
async function heard(kind: string): Promise<Heard> {
  for (;;) {
    const updates = (await bot('getUpdates', { timeout: 20 })).result as Record<string, unknown>[];
    const last = updates.at(-1) as { update_id: number } & Record<string, Heard>;
    const found = updates.find((update) => kind in update) as Record<string, Heard> | undefined;
    if (found?.[kind]) return found[kind];
    await bot('getUpdates', { offset: last.update_id + 1 });
  }
}
