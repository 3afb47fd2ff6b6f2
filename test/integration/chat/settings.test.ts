import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Chat, chen, labels, openChat, wang } from './open-chat.js';

const admin = 900;
let chat: Chat;
beforeEach(async () => {
  chat = await openChat({ settings: { adminChatIds: [admin] } });
  chat.server.addUser({ id: admin, firstName: '编辑', isStarted: true });
});
afterEach(async () => {
  const { complaints, server } = chat;
  await chat.close();
  expect(server.violations()).toEqual([]);
  expect(complaints).toEqual([]);
});

const wish = async (id = chen) => (await chat.subscribers.get({ chat: id, thread: null }))?.wish;

describe('/settings', () => {
  it('chooses one or several times', async () => {
    const settings = await chat.askOne(chen, '/settings');
    expect(settings.text).toContain('每天 07:30');
    const times = await chat.pressEdit(chen, settings, '时间');
    const two = await chat.pressEdit(chen, times, '20:00');
    expect(labels(two)).toEqual(expect.arrayContaining(['✓ 07:30', '✓ 20:00']));
    await chat.pressEdit(chen, two, '✓ 07:30');
    expect((await wish())?.times).toEqual(['20:00']);
  });

  it('chooses days, one by one or together', async () => {
    const days = await chat.pressEdit(chen, await chat.askOne(chen, '/settings'), '日子');
    await chat.pressEdit(chen, days, '工作日');
    expect((await wish())?.days).toBe('weekdays');
    await chat.pressEdit(chen, days, '周六');
    const both = await chat.pressEdit(chen, days, '周日');
    expect((await wish())?.days).toEqual(['sat', 'sun']);
    const overview = await chat.pressEdit(chen, both, '‹ 返回');
    expect(overview.text).toContain('周六 周日 07:30');
  });

  it('changes the language, and all that follows speaks it', async () => {
    const settings = await chat.askOne(chen, '/settings');
    const english = await chat.pressEdit(chen, settings, 'English');
    expect(english.text).toMatch(/^Settings/);
    expect((await chat.askOne(chen, '/help')).text).toMatch(/^How it works/);
  });

  it('switches the note for empty mornings and warnings at night', async () => {
    const settings = await chat.askOne(chen, '/settings');
    const note = await chat.pressEdit(chen, settings, '☐ 没有新消息也说一声');
    await chat.pressEdit(chen, note, '☐ 夜里也送急讯');
    expect(await wish()).toMatchObject({ wantsEmptyNote: true, wantsNightWarnings: true });
  });

  it('mutes words by a reply, and takes them back', async () => {
    const mutes = await chat.pressEdit(chen, await chat.askOne(chen, '/settings'), '屏蔽词');
    const [question] = await chat.pressFor(chen, mutes, '加一个词');
    const done = await chat.askOne(chen, '广告', { replyTo: question?.message_id ?? 0 });
    expect(done.text).toBe('以后不送含「广告」的新闻。');
    expect((await wish())?.mute).toEqual(['广告']);
    const list = await chat.pressEdit(chen, done, '屏蔽词');
    await chat.pressEdit(chen, list, '✕ 广告');
    expect((await wish())?.mute).toEqual([]);
  });
});

describe('/pause', () => {
  it('understands days and dates, and asks where there are none', async () => {
    expect((await chat.askOne(chen, '/pause 明天')).text).toContain('到8月29日 星期四 00:00');
    expect((await wish())?.pausedUntil).toBe('2024-08-28T16:00:00.000Z');
    expect((await chat.askOne(chen, '/pause 三天后的事')).text).toContain('没看懂');
    const question = await chat.askOne(chen, '/pause');
    await chat.pressFor(chen, question, '直到我说恢复');
    expect((await wish())?.pausedUntil).toBe('forever');
    expect((await chat.askOne(chen, '/resume')).text).toContain('已恢复');
    expect((await wish())?.pausedUntil).toBeNull();
    expect((await chat.askOne(chen, '/resume')).text).toContain('没有暂停');
  });
});

describe('data', () => {
  it('is told about, exported and forgotten', async () => {
    await chat.ask(chen, '/subscribe 金水区', { count: 2 });
    expect((await chat.askOne(chen, '/privacy')).text).toContain('不保存');
    const file = await chat.askOne(chen, '/export');
    const bytes = chat.server.state.world.files.get(file.document?.file_id ?? '')?.bytes.toString() ?? '';
    expect(JSON.parse(bytes)).toMatchObject({
      subscription: {
        chat: chen,
        thread: null,
        rules: [{ district: '金水区' }],
        time: '07:30',
        state: 'active',
      },
    });
    const question = await chat.askOne(chen, '/forget');
    expect((await chat.pressEdit(chen, question, '不删')).text).toContain('什么也没删');
    expect(await wish()).toBeDefined();
    const gone = await chat.pressEdit(chen, await chat.askOne(chen, '/forget'), '全部删除');
    expect(gone.text).toContain('已全部删除');
    expect(await wish()).toBeUndefined();
    expect((await chat.askOne(chen, '/export')).text).toContain('没有保存');
  });
});

describe('/feedback', () => {
  it('is passed on to the admins and kept nowhere', async () => {
    const told = chat.server.nextMessage(({ chat: { id } }) => id === admin);
    expect((await chat.askOne(wang, '/feedback More about parks, please')).text).toContain('Passed on');
    expect((await told).text).toContain('More about parks, please');
    expect(await wish(wang)).toBeUndefined();
  });

  it('asks for words, and takes them as a reply', async () => {
    const question = await chat.askOne(chen, '/feedback');
    const told = chat.server.nextMessage(({ chat: { id } }) => id === admin);
    await chat.askOne(chen, '多写公园', { replyTo: question.message_id });
    expect((await told).text).toContain('多写公园');
  });
});
