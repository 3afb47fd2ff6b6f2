import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotApiServer } from '../../src/local-chat/bot-api/bot-api-server.js';
import { startBotApi } from '../../src/local-chat/bot-api/start-bot-api.js';
import { apiCall } from '../support/api-call.js';

const resident = 101;
let server: BotApiServer;

beforeEach(async () => {
  server = await startBotApi();
  server.addUser({ id: resident, firstName: '小陈', isStarted: true });
});
afterEach(() => server.close());

const call = (method: string, parameters: object = {}, token = server.token) =>
  apiCall(server, method, parameters, token);
const send = (parameters: object) =>
  call('sendMessage', { chat_id: resident, text: '早上好', ...parameters });

describe('requests', () => {
  it('are refused with a wrong token', async () => {
    expect(await call('getMe', {}, '1:wrong')).toEqual({
      ok: false,
      error_code: 401,
      description: 'Unauthorized',
    });
  });

  it('for an unknown method get 404 and count as a broken rule', async () => {
    expect(await call('sendEverything')).toMatchObject({ error_code: 404, description: 'Not Found' });
    expect(server.violations()).toEqual(['sendEverything: Not Found']);
  });

  it('may be a query, a form or multipart, in any case of the method name', async () => {
    const url = `${server.url}/bot${server.token}/SENDMESSAGE`;
    const form = new FormData();
    for (const [name, value] of Object.entries({ chat_id: String(resident), text: 'c' }))
      form.set(name, value);
    form.set('entities', JSON.stringify([{ type: 'bold', offset: 0, length: 1 }]));
    await fetch(`${url}?chat_id=${resident}&text=a`);
    await fetch(url, { method: 'POST', body: new URLSearchParams({ chat_id: `${resident}`, text: 'b' }) });
    await fetch(url, { method: 'POST', body: form });
    expect(server.texts(resident)).toEqual(['a', 'b', 'c']);
    expect(server.messages(resident).at(-1)?.entities).toEqual([{ type: 'bold', offset: 0, length: 1 }]);
  });

  it('with a body that is no JSON are refused', async () => {
    const url = `${server.url}/bot${server.token}/getMe`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"a":',
    });
    expect(await response.json()).toMatchObject({ error_code: 400 });
  });
});

describe('a text', () => {
  it.each([
    ['', 'Bad Request: message text is empty'],
    ['  \n ', 'Bad Request: message text is empty'],
    ['长'.repeat(4097), 'Bad Request: message is too long'],
    ['half \ud83d', 'Bad Request: strings must be encoded in UTF-8'],
  ])('that cannot be sent is refused (%#)', async (text, description) => {
    expect(await send({ text })).toMatchObject({ ok: false, error_code: 400, description });
    expect(server.violations()).toHaveLength(1);
  });

  it('of exactly 4,096 units is sent', async () => {
    expect(await send({ text: '🗞'.repeat(2048) })).toMatchObject({ ok: true });
  });

  it('loses white space at its ends, and its entities move with it', async () => {
    const entities = [{ type: 'bold', offset: 0, length: 8 }];
    expect(await send({ text: '\n 区报今天  ', entities })).toMatchObject({
      result: { text: '区报今天', entities: [{ type: 'bold', offset: 0, length: 4 }] },
    });
  });

  it('is given entities for what is clickable', async () => {
    const text = '/latest 看 https://example.org/a，问 @qubao_local_bot';
    expect(await send({ text })).toMatchObject({
      result: {
        entities: [
          { type: 'bot_command', offset: 0, length: 7 },
          { type: 'url', offset: 10, length: 21 },
          { type: 'mention', offset: 34, length: 16 },
        ],
      },
    });
  });

  it('in HTML becomes text and entities', async () => {
    const text = '<b>金水区</b> &lt;<a href="https://example.org">全文</a>&gt;';
    expect(await send({ text, parse_mode: 'HTML' })).toMatchObject({
      result: {
        text: '金水区 <全文>',
        entities: [
          { type: 'bold', offset: 0, length: 3 },
          { type: 'text_link', offset: 5, length: 2, url: 'https://example.org' },
        ],
      },
    });
    expect(await send({ text: '<b>open', parse_mode: 'HTML' })).toMatchObject({ error_code: 400 });
    expect(await send({ text: '<x>a</x>', parse_mode: 'HTML' })).toMatchObject({ error_code: 400 });
  });
});

describe('entities', () => {
  const refused: readonly (readonly [string, readonly object[], string])[] = [
    ['negative', [{ type: 'bold', offset: -1, length: 1 }], 'receive an entity with incorrect offset -1'],
    [
      'past the end',
      [{ type: 'bold', offset: 0, length: 9 }],
      'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9',
    ],
    [
      'after the end',
      [{ type: 'bold', offset: 9, length: 1 }],
      'entity begins after the end of the text at UTF-16 offset 9',
    ],
    [
      'crossing',
      [
        { type: 'bold', offset: 0, length: 3 },
        { type: 'italic', offset: 2, length: 3 },
      ],
      'entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 5',
    ],
    [
      'unknown',
      [{ type: 'sparkle', offset: 0, length: 1 }],
      "can't parse MessageEntity: Unsupported type specified",
    ],
    [
      'with a bad address',
      [{ type: 'text_link', offset: 0, length: 1, url: 'localhost' }],
      "entity URL 'localhost' is invalid: Wrong HTTP URL",
    ],
    ['over a hundred', Array(101).fill({ type: 'bold', offset: 0, length: 1 }), 'ENTITIES_TOO_LONG'],
    [
      'code in bold',
      [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'code', offset: 1, length: 2 },
      ],
      "can't parse entities: code at offset 1 can't be inside bold",
    ],
    [
      'quotation in quotation',
      [
        { type: 'blockquote', offset: 0, length: 4 },
        { type: 'expandable_blockquote', offset: 1, length: 2 },
      ],
      "can't parse entities: expandable_blockquote at offset 1 can't be inside blockquote",
    ],
  ];

  it.each(refused)('that are %s are refused', async (_name, entities, description) => {
    expect(await send({ text: '消防演练了🚒', entities })).toMatchObject({
      error_code: 400,
      description: `Bad Request: ${description}`,
    });
  });

  it('that cut a character in two are refused', async () => {
    expect(await send({ text: '🚒a', entities: [{ type: 'bold', offset: 1, length: 2 }] })).toMatchObject({
      error_code: 400,
    });
  });

  it('may lie inside one another, code inside a quotation too', async () => {
    const entities = [
      { type: 'blockquote', offset: 0, length: 4 },
      { type: 'code', offset: 0, length: 2 },
      { type: 'bold', offset: 2, length: 2 },
      { type: 'italic', offset: 2, length: 2 },
    ];
    expect(await send({ text: '消防演练', entities })).toMatchObject({ result: { entities } });
  });
});

describe('buttons', () => {
  const keyboard = (button: object) => send({ reply_markup: { inline_keyboard: [[button]] } });

  it.each([
    [{ text: 'a', callback_data: '' }, 'BUTTON_DATA_INVALID'],
    [{ text: 'a', callback_data: '区'.repeat(22) }, 'BUTTON_DATA_INVALID'],
    [{ text: 'a' }, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"],
    [{ text: '', callback_data: 'a' }, 'can\'t parse inline keyboard button: Field "text" must be non-empty'],
    [
      { text: 'a', url: 'javascript:alert(1)' },
      "inline keyboard button URL 'javascript:alert(1)' is invalid: Wrong HTTP URL",
    ],
  ])('that break a rule are refused (%#)', async (button, description) => {
    expect(await keyboard(button)).toMatchObject({
      error_code: 400,
      description: `Bad Request: ${description}`,
    });
  });

  it('may carry 64 bytes', async () => {
    expect(await keyboard({ text: 'a', callback_data: 'x'.repeat(64) })).toMatchObject({ ok: true });
  });

  it('are at most a hundred', async () => {
    const rows = Array.from({ length: 26 }, () => Array(4).fill({ text: 'a', callback_data: 'a' }));
    expect(await send({ reply_markup: { inline_keyboard: rows } })).toMatchObject({
      description: 'Bad Request: REPLY_MARKUP_TOO_LONG',
    });
  });
});

describe('edits', () => {
  it('change a message and refuse to change nothing', async () => {
    await send({ text: 'one' });
    const edit = (parameters: object) =>
      call('editMessageText', { chat_id: resident, message_id: 1, ...parameters });
    expect(await edit({ text: 'one' })).toMatchObject({
      error_code: 400,
      description: expect.stringMatching(/^Bad Request: message is not modified: /),
    });
    expect(await edit({ text: 'two' })).toMatchObject({ result: { text: 'two', message_id: 1 } });
    expect(await edit({ text: '两'.repeat(4097) })).toMatchObject({
      description: 'Bad Request: MESSAGE_TOO_LONG',
    });
    expect(await edit({ message_id: 99, text: 'x' })).toMatchObject({
      description: 'Bad Request: message to edit not found',
    });
    expect(server.texts(resident)).toEqual(['one']);
  });

  it('of buttons keep the text', async () => {
    await send({ reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] } });
    const answer = await call('editMessageReplyMarkup', { chat_id: resident, message_id: 1 });
    expect(answer).toMatchObject({ result: { text: '早上好' } });
    expect(answer.result).not.toHaveProperty('reply_markup');
  });

  it('of what a person wrote are refused', async () => {
    const { message_id } = server.say(resident, resident, 'mine');
    expect(await call('editMessageText', { chat_id: resident, message_id, text: 'x' })).toMatchObject({
      description: "Bad Request: message can't be edited",
    });
  });
});

describe('files', () => {
  it('that were uploaded can be fetched again', async () => {
    const form = new FormData();
    form.set('chat_id', String(resident));
    form.set('document', new File(['{"chat":101}\n'], 'export.ndjson'), 'export.ndjson');
    const sent = await fetch(`${server.url}/bot${server.token}/sendDocument`, { method: 'POST', body: form });
    const { result } = JSON.parse(await sent.text());
    expect(result.document).toMatchObject({ file_name: 'export.ndjson', file_size: 13 });
    const file = await call('getFile', { file_id: result.document.file_id });
    const path = (file.result as { file_path: string }).file_path;
    const fetched = await fetch(`${server.url}/file/bot${server.token}/${path}`);
    expect(await fetched.text()).toBe('{"chat":101}\n');
  });
});
