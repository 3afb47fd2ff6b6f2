import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Chat, chen, labels, marked, openChat, wang } from './open-chat.js';

let chat: Chat;
beforeEach(async () => {
  chat = await openChat();
});
afterEach(async () => {
  const { complaints, server } = chat;
  await chat.close();
  expect(server.violations()).toEqual([]);
  expect(complaints).toEqual([]);
});

const rulesOf = async (id: number) => (await chat.subscribers.get({ chat: id, thread: null }))?.wish.rules;

describe('a newcomer', () => {
  it('is welcomed with the districts to choose from', async () => {
    const welcome = await chat.askOne(chen, '/start');
    expect(welcome.text).toContain('郑州');
    expect(labels(welcome)).toContain('金水区');
    expect(await rulesOf(chen)).toBeUndefined();
  });

  it('subscribes by a button and has the first digest at once', async () => {
    const welcome = await chat.askOne(chen, '/start');
    const [digest] = await chat.pressFor(chen, welcome, '金水区');
    expect(digest?.text).toMatch(/^金水区 · 8月28日 星期三\n今天2条/);
    expect(digest?.text).toContain('金水区社区办起夜校');
    expect(digest?.text).not.toContain('荥阳');
    expect(await rulesOf(chen)).toEqual([{ district: '金水区' }]);
  });

  it('is subscribed by the link of a poster', async () => {
    const [confirmation, digest] = await chat.ask(chen, '/start d_jinshui', { count: 2 });
    expect(confirmation?.text).toBe('已订阅金水区，每天 07:30 送到。');
    expect(
      marked(digest ?? { message_id: 0, date: 0, chat: { id: 0, type: 'private' } }, 'text_link'),
    ).toHaveLength(2);
  });
});

describe('help', () => {
  it('is there in both languages', async () => {
    expect((await chat.askOne(chen, '/help')).text).toMatch(/^怎么用/);
    expect((await chat.askOne(wang, '/help')).text).toMatch(/^How it works/);
  });
});
