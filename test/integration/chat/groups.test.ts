import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Chat, chen, labels, openChat, wang } from './open-chat.js';

const group = -501;
const forum = -1_000_000_000_777;
const channel = -1_000_000_000_888;

let chat: Chat;
beforeEach(async () => {
  chat = await openChat();
  const members = { [chen]: 'creator', [wang]: 'member' } as const;
  chat.server.addChat({ id: group, type: 'group', title: '三单元', members });
  chat.server.addChat({ id: forum, type: 'supergroup', title: '业主', isForum: true, members });
  chat.server.addChat({ id: channel, type: 'channel', title: '金水播报', hasBot: false, members });
});
afterEach(async () => {
  const { complaints, server } = chat;
  await chat.close();
  expect(server.violations()).toEqual([]);
  expect(complaints).toEqual([]);
});

const subscriber = (id: number, thread: number | null = null) => chat.subscribers.get({ chat: id, thread });

describe('a group', () => {
  it('is greeted when the bot comes, with buttons for its administrators', async () => {
    const greeted = chat.server.nextMessage(({ chat: { id } }) => id === group);
    chat.server.setAccess(group, { kind: 'left' });
    chat.server.joinBot(group, chen);
    const greeting = await greeted;
    expect(greeting.text).toContain('大家好');
    expect((await chat.press(wang, greeting, '金水区'))?.text).toContain('administrators');
    expect(await subscriber(group)).toBeUndefined();
    const [digest] = await chat.pressFor(chen, greeting, '金水区');
    expect(digest?.text).toContain('金水区 · 8月28日');
    expect((await subscriber(group))?.wish).toMatchObject({ kind: 'group', rules: [{ district: '金水区' }] });
  });

  it('is configured by administrators only', async () => {
    const options = { chat: group };
    expect((await chat.askOne(wang, '/subscribe@qubao_local_bot 金水区', options)).text).toContain(
      'administrators',
    );
    expect(await subscriber(group)).toBeUndefined();
    await chat.ask(chen, '/subscribe@qubao_local_bot 金水区', { ...options, count: 2 });
    expect((await subscriber(group))?.wish.rules).toEqual([{ district: '金水区' }]);
    expect((await chat.askOne(wang, '/latest@qubao_local_bot 荥阳', options)).text).toContain('荥阳石榴丰收');
  });

  it('hears an administrator who writes in its name', async () => {
    const info = chat.server.state.world.chats.get(group)?.info;
    const confirmed = chat.server.nextMessage(({ chat: { id } }) => id === group);
    chat.server.push('message', {
      message_id: 900,
      date: 0,
      chat: info,
      from: { id: 1_087_968_824, is_bot: true, first_name: 'Group' },
      sender_chat: info,
      text: '/subscribe 金水区',
    });
    expect((await confirmed).text).toContain('已订阅金水区');
  });

  it('is not disturbed by talk, by unknown commands, nor by commands for other bots', async () => {
    for (const text of ['金水区', '/unknown', '/latest@another_bot', '晚上跳舞吗']) {
      chat.server.push('message', {
        message_id: 1,
        date: 0,
        chat: { id: group, type: 'group' },
        from: { id: wang },
        text,
      });
    }
    const answer = await chat.askOne(wang, '@qubao_local_bot 石榴', { chat: group });
    expect(answer.text).toContain('荥阳石榴丰收');
    expect(chat.server.received(group)).toBe(1);
  });

  it('keeps everything when it becomes a supergroup', async () => {
    await chat.ask(chen, '/subscribe 金水区', { chat: group, count: 2 });
    const to = chat.server.migrate(group);
    await chat.askOne(chen, '/help', { chat: to });
    expect(await subscriber(group)).toBeUndefined();
    expect((await subscriber(to))?.wish).toMatchObject({ chat: to, rules: [{ district: '金水区' }] });
  });

  it('that removes the bot is left alone, and its subscriptions come back with it', async () => {
    await chat.ask(chen, '/subscribe 金水区', { chat: group, count: 2 });
    chat.server.kickBot(group, chen);
    await chat.askOne(chen, '/help');
    await expect.poll(async () => (await subscriber(group))?.ledger.state).toBe('blocked');
    const greeted = chat.server.nextMessage(({ chat: { id } }) => id === group);
    chat.server.joinBot(group, chen);
    expect((await greeted).text).toContain('你已订阅：金水区');
    expect((await subscriber(group))?.ledger.state).toBe('active');
  });
});

describe('a forum', () => {
  it('has a subscription for each topic', async () => {
    const thread = chat.server.addTopic(forum, '新闻', chen);
    const [confirmation] = await chat.ask(chen, '/subscribe 金水区', { chat: forum, thread, count: 2 });
    expect(confirmation?.message_thread_id).toBe(thread);
    expect((await subscriber(forum, thread))?.wish.rules).toEqual([{ district: '金水区' }]);
    expect(await subscriber(forum)).toBeUndefined();
  });
});

describe('a channel', () => {
  it('is configured by a post with the name of the bot; who added the bot is told how', async () => {
    const told = chat.server.nextMessage(({ chat: { id } }) => id === chen);
    chat.server.joinBot(channel, chen, 'administrator');
    expect((await told).text).toContain('/subscribe@qubao_local_bot');
    expect(chat.server.received(channel)).toBe(0);
    chat.server.post(channel, '/subscribe 金水区');
    chat.server.post(channel, '/subscribe@qubao_local_bot 金水区');
    await expect.poll(() => chat.server.texts(channel).at(-1)).toMatch(/^金水区 · 8月28日/);
    const digest = chat.server.messages(channel).at(-1);
    expect(digest === undefined ? [] : labels(digest)).toEqual(expect.arrayContaining(['1', '2']));
    const rated = await chat.server.press(wang, channel, digest?.message_id ?? 0, '👍');
    expect(rated?.text).toBe('记下了，谢谢你。');
    const pressed = chat.server.press(wang, channel, digest?.message_id ?? 0, '1');
    expect((await pressed)?.url).toBe('https://t.me/qubao_local_bot?start=a_jinshuione');
    expect((await subscriber(channel))?.wish).toMatchObject({
      kind: 'channel',
      rules: [{ district: '金水区' }],
    });
  });
});

describe('somebody who blocks the bot', () => {
  it('is marked, and has the subscriptions back with the first word or the unblocking', async () => {
    await chat.ask(chen, '/subscribe 金水区', { count: 2 });
    chat.server.block(chen);
    await expect.poll(async () => (await subscriber(chen))?.ledger.state).toBe('blocked');
    const welcomed = chat.server.nextMessage(({ chat: { id } }) => id === chen);
    chat.server.unblock(chen);
    expect((await welcomed).text).toContain('欢迎回来');
    expect((await subscriber(chen))?.ledger).toMatchObject({ state: 'active' });
    expect((await subscriber(chen))?.ledger.blocked).toBeUndefined();
  });
});
