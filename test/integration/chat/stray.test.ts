import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Chat, chen, openChat } from './open-chat.js';

let chat: Chat;
beforeEach(async () => {
  chat = await openChat();
});
afterEach(async () => {
  const { server } = chat;
  await chat.close();
  expect(server.violations()).toEqual([]);
});

const crowd = Array.from({ length: 50 }, (_, index) => 5_000 + index);

/** Updates that nobody means: what a curious, a hostile or a broken client sends. */
function strayUpdate(index: number): readonly [kind: string, payload: unknown] {
  const id = crowd[index % crowd.length] ?? 0;
  const from = { id, is_bot: false, first_name: 'x', language_code: index % 3 === 0 ? 'en' : 'zh-hans' };
  const privateChat = { id, type: 'private', first_name: 'x' };
  const message = { message_id: index, date: 0, chat: privateChat, from };
  const words = [
    '🎉'.repeat(40),
    '\u202e\u0000\ud800',
    '«»'.repeat(2_000),
    "'; DROP TABLE wish;--",
    '区:',
    '/',
    '/start a_../../x',
    '/subscribe 金木水火土',
    '/pause 99999999999天',
    '/latest 999999',
    '1',
    '%s%n',
    '/settings@qubao_local_bot',
  ];
  const data = [
    '',
    'r:',
    'r:NaN',
    'm:1:2:3',
    'm:-1:99999999:-5',
    'set:time.9999',
    'set:unmute.0.x',
    'p:1:999999',
    'a:d.nowhere',
    'a:k.%E0%A4%A',
    's:5',
    'go:run',
    'u:#ffff',
    'ti:only:9999',
    'l:99999:99:d.x',
    'x'.repeat(64),
    '__proto__',
    'constructor:1',
  ];
  switch (index % 8) {
    case 0:
    case 1:
      return ['message', { ...message, text: words[index % words.length] }];
    case 2:
      return [
        'message',
        {
          ...message,
          text: String.fromCodePoint(
            ...Array.from({ length: 60 }, (_, at) => 0x4e00 + ((index * 31 + at * 7) % 20_000)),
          ),
        },
      ];
    case 3:
      return [
        'callback_query',
        {
          id: String(index),
          from,
          chat_instance: '1',
          data: data[index % data.length],
          message: { ...message, text: '🔍 x' },
        },
      ];
    case 4:
      return ['edited_message', { ...message, text: '/forget' }];
    case 5:
      return ['poll_answer', { poll_id: '1', user: from, option_ids: [0] }];
    case 6:
      return ['message', { ...message, sticker: { file_id: 'x' } }];
    default:
      return [
        ['message', 'my_chat_member', 'inline_query', 'callback_query'][(index >> 3) % 4] ?? 'message',
        { nonsense: index },
      ];
  }
}

describe('ten thousand stray updates', () => {
  it('leave the bot answering, with no error shown to anybody', async () => {
    for (const id of crowd) chat.server.addUser({ id, firstName: 'x', isStarted: true });
    for (let index = 0; index < 10_000; index++) chat.server.push(...strayUpdate(index));
    expect((await chat.askOne(chen, '/help')).text).toContain('怎么用');
    const said = crowd.flatMap((id) => chat.server.texts(id));
    expect(said.length).toBeGreaterThan(crowd.length);
    expect(
      said.filter((text) =>
        /error|undefined|NaN|\[object|exception|TypeError/i.test(text.replace(/^🔍.*$/m, '')),
      ),
    ).toEqual([]);
    expect(chat.complaints.filter((line) => !/answerCallbackQuery/.test(line))).toEqual([]);
  }, 120_000);
});

describe('a flood from one person', () => {
  it('does not hold up others, and its last word is answered', async () => {
    const flooder = crowd[0] ?? 0;
    chat.server.addUser({ id: flooder, firstName: 'x', isStarted: true });
    for (let index = 0; index < 500; index++) chat.server.say(flooder, flooder, `第${index}个问题`);
    const last = chat.server.nextMessage(
      ({ text = '' }) => text.includes('/privacy') || text.includes('不保存'),
    );
    chat.server.say(flooder, flooder, '/privacy');
    expect((await chat.askOne(chen, '荥阳')).text).toContain('荥阳石榴丰收');
    expect((await last).chat.id).toBe(flooder);
    expect(chat.server.received(flooder)).toBeLessThan(100);
  });
});

describe('forged buttons', () => {
  it('get a gentle word', async () => {
    const message = await chat.askOne(chen, '/help');
    expect(await chat.press(chen, message, '=a:d.nowhere')).toMatchObject({
      text: '这个按钮已经过期了，请从下面重新开始。',
    });
    expect(await chat.press(chen, message, '=nonsense')).toMatchObject({ isAlert: false });
  });
});

describe('inline mode', () => {
  it('finds stories, with a button that opens the bot at each', async () => {
    const answer = await chat.server.inlineQuery(chen, '夜校');
    expect(answer?.results).toMatchObject([
      {
        title: '金水区社区办起夜校',
        reply_markup: { inline_keyboard: [[{ url: 'https://t.me/qubao_local_bot?start=a_jinshuione' }]] },
      },
    ]);
    expect(answer).toMatchObject({ isPersonal: false, cacheTimeS: 60 });
  });

  it('shows the latest of the own districts where nothing is typed', async () => {
    expect((await chat.server.inlineQuery(chen, ''))?.results).toHaveLength(4);
    await chat.ask(chen, '/subscribe 荥阳', { count: 2 });
    const own = await chat.server.inlineQuery(chen, '');
    expect(own?.results).toMatchObject([{ title: '荥阳石榴丰收' }]);
    expect(own?.isPersonal).toBe(true);
  });
});

describe('a store that fails for a moment', () => {
  it('is answered with a kind word, and never as if the reader had no subscriptions', async () => {
    await chat.ask(chen, '/subscribe 荥阳', { count: 2 });
    vi.spyOn(chat.subscribers, 'get').mockRejectedValueOnce(new Error('the store is locked'));
    expect((await chat.askOne(chen, '/settings')).text).toContain('请再试一次');
    expect((await chat.askOne(chen, '/settings')).text).toContain('荥阳');
  });

  it('leaves no digest that was asked for without an answer', async () => {
    await chat.ask(chen, '/subscribe 荥阳', { count: 2 });
    vi.spyOn(chat.delivery, 'serve').mockRejectedValueOnce(new Error('the store is locked'));
    const { text, reply_markup } = await chat.askOne(chen, '/digest');
    expect(text).not.toBe('');
    expect(reply_markup).toBeDefined();
  });
});
