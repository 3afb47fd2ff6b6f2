import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/subscribers/wish.js';
import { type Chat, chen, labels, openChat } from './open-chat.js';

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

const wish = async () => (await chat.subscribers.get({ chat: chen, thread: null }))?.wish;
const hold = async (rules: readonly Rule[]) => {
  const at = '2024-08-28T00:00:00.000Z';
  const fresh = {
    chat: chen,
    thread: null,
    rules,
    mute: [],
    times: [],
    days: 'daily',
    language: 'zh',
  } as const;
  const rest = {
    pausedUntil: null,
    wantsEmptyNote: false,
    wantsNightWarnings: false,
    kind: 'private',
    createdAt: at,
  } as const;
  await chat.subscribers.change({ chat: chen, thread: null }, () => ({ ...fresh, ...rest }), {
    cursor: 4,
    servedSlot: null,
  });
};

describe('/subscribe', () => {
  it('subscribes to a district by any of its names, and sends the first digest', async () => {
    const [confirmation, digest] = await chat.ask(chen, '/subscribe jinshui', { count: 2 });
    expect(confirmation?.text).toBe('已订阅金水区，每天 07:30 送到。');
    expect(digest?.text).toContain('今天2条');
    expect((await wish())?.rules).toEqual([{ district: '金水区' }]);
  });

  it('takes several districts at once', async () => {
    await chat.ask(chen, '/subscribe 金水区 二七区', { count: 2 });
    expect((await wish())?.rules).toEqual([{ district: '金水区' }, { district: '二七区' }]);
  });

  it('asks whether a district and a topic are meant together or each', async () => {
    await hold([{ district: '二七区' }]);
    const question = await chat.askOne(chen, '/subscribe 金水区 教育');
    expect(labels(question)).toHaveLength(2);
    const [confirmation] = await chat.pressFor(chen, question, labels(question)[0] ?? '');
    expect(confirmation?.text).toContain('金水区 · 教育');
    expect((await wish())?.rules).toContainEqual({ district: '金水区', topic: 'education' });
    await chat.pressFor(chen, question, labels(question)[1] ?? '');
    expect((await wish())?.rules).toEqual([
      { district: '二七区' },
      { district: '金水区', topic: 'education' },
      { district: '金水区' },
      { topic: 'education' },
    ]);
  });

  it('offers a word that names nothing as a keyword', async () => {
    const question = await chat.askOne(chen, '/subscribe 夜校');
    expect(await wish()).toBeUndefined();
    await chat.pressFor(chen, question, '订阅关键词「夜校」', 2);
    expect((await wish())?.rules).toEqual([{ keyword: '夜校' }]);
  });

  it('offers a name at the head of a word as the place of the rest', async () => {
    const question = await chat.askOne(chen, '/subscribe 中牟消防');
    expect(labels(question)).toEqual(['订阅关键词「中牟消防」', '中牟县含“消防”的新闻', '中牟县']);
    await chat.pressFor(chen, question, '中牟县含“消防”的新闻', 1);
    expect((await wish())?.rules).toEqual([{ district: '中牟县', keyword: '消防' }]);
    expect(labels(await chat.askOne(chen, '/subscribe 金水河治理'))).not.toContainEqual(
      expect.stringContaining('含'),
    );
  });

  it('takes a keyword that is called one', async () => {
    await chat.ask(chen, '/subscribe 关键词 夜校', { count: 2 });
    expect((await wish())?.rules).toEqual([{ keyword: '夜校' }]);
  });

  it('asks the same of a district by any alias and a word, and of several of each', async () => {
    await hold([{ district: '二七区' }]);
    const question = await chat.askOne(chen, '/subscribe zhongmu 消防');
    expect(question.text).toBe('只要中牟县含“消防”的新闻，还是分开都要？');
    await chat.pressFor(chen, question, '中牟县含“消防”的新闻');
    expect((await wish())?.rules).toEqual([{ district: '二七区' }, { district: '中牟县', keyword: '消防' }]);
    const two = await chat.askOne(chen, '/subscribe education in jinshui and guancheng');
    expect(labels(two)).toEqual(['金水区、管城区的教育新闻', '教育 + 金水区 + 管城区，分开都要']);
    await chat.pressFor(chen, two, '金水区、管城区的教育新闻');
    expect((await wish())?.rules.slice(2)).toEqual([
      { district: '金水区', topic: 'education' },
      { district: '管城区', topic: 'education' },
    ]);
  });

  it('asks whether several words must all occur, or each is meant', async () => {
    await hold([{ district: '二七区' }]);
    const question = await chat.askOne(chen, '/subscribe 地铁 公交');
    await chat.pressFor(chen, question, '含“地铁”和“公交”的新闻');
    await chat.pressFor(chen, question, '“地铁” + “公交”，分开都要');
    expect((await wish())?.rules.slice(1)).toEqual([
      { keyword: '地铁 公交' },
      { keyword: '地铁' },
      { keyword: '公交' },
    ]);
  });

  it('asks which one is meant without forgetting the rest of the wish', async () => {
    await hold([{ district: '二七区' }]);
    const question = await chat.askOne(chen, '/subscribe zhong 教育');
    expect(labels(question)).toEqual(['中原区的教育新闻', '中牟县的教育新闻']);
    await chat.pressFor(chen, question, '中原区的教育新闻');
    expect((await wish())?.rules.slice(1)).toEqual([{ topic: 'education', district: '中原区' }]);
  });

  it('asks for less where buttons cannot carry the wish', async () => {
    const words = '很长的词'.repeat(5);
    expect((await chat.askOne(chen, `/subscribe ${words}`)).text).toContain(words);
    expect((await chat.askOne(chen, `/subscribe 金水区 ${words}`)).text).toContain('分几次');
    expect((await chat.askOne(chen, `/subscribe ${words}长`)).text).toContain('两到二十个字');
  });

  it('offers choices for a name that can mean several districts', async () => {
    const question = await chat.askOne(chen, '/subscribe 中区');
    expect(await wish()).toBeUndefined();
    expect(labels(question).length).toBeGreaterThan(0);
  });

  it('shows the districts where the words say nothing', async () => {
    expect(labels(await chat.askOne(chen, '/subscribe ，。'))).toContain('金水区');
    expect(await wish()).toBeUndefined();
  });

  it('says kindly that a rule is there already', async () => {
    await hold([{ district: '金水区' }]);
    expect((await chat.askOne(chen, '/subscribe 金水区')).text).toBe('你已经订阅了金水区。');
    expect((await wish())?.rules).toHaveLength(1);
  });

  it('ends at fifty rules', async () => {
    await hold(Array.from({ length: 50 }, (_, index) => ({ keyword: `词${index}` })));
    expect((await chat.askOne(chen, '/subscribe 金水区')).text).toContain('50');
    expect((await wish())?.rules).toHaveLength(50);
  });

  it('shows all districts and topics as switches', async () => {
    await hold([{ district: '二七区' }]);
    const districts = await chat.askOne(chen, '/subscribe');
    expect(labels(districts)).toContain('✓ 二七区');
    const switched = await chat.pressEdit(chen, districts, '金水区');
    expect(labels(switched)).toContain('✓ 金水区');
    const topics = await chat.pressEdit(chen, switched, '主题 ›');
    expect(labels(topics)).toContain('教育');
    const back = await chat.pressEdit(chen, topics, '‹ 区');
    await chat.pressEdit(chen, back, '✓ 二七区');
    expect((await wish())?.rules).toEqual([{ district: '金水区' }]);
    const done = await chat.pressEdit(chen, back, '好了');
    expect(done.text).toBe('你已订阅：金水区。');
  });
});

describe('/unsubscribe', () => {
  it('takes away what it names', async () => {
    await hold([{ district: '金水区' }, { topic: 'education' }]);
    expect((await chat.askOne(chen, '/unsubscribe 金水')).text).toBe('已取消金水区。');
    expect((await wish())?.rules).toEqual([{ topic: 'education' }]);
  });

  it('takes what the words mean together before each of them', async () => {
    const joined = { district: '中牟县', keyword: '消防' };
    await hold([{ district: '中牟县' }, joined, { topic: 'law' }, { district: '金水区' }]);
    await chat.askOne(chen, '/unsubscribe 中牟县 · “消防”');
    expect((await wish())?.rules).toEqual([{ district: '中牟县' }, { topic: 'law' }, { district: '金水区' }]);
    await chat.askOne(chen, '/unsubscribe zhongmu 法治');
    expect((await wish())?.rules).toEqual([{ district: '金水区' }]);
    expect((await chat.askOne(chen, '/unsubscribe 消防')).text).toContain('没有订阅「消防」');
  });

  it('shows what there is, each with its button', async () => {
    await hold([{ district: '金水区' }, { keyword: '地铁' }, { topic: 'law' }]);
    const list = await chat.askOne(chen, '/unsubscribe');
    expect(labels(list)).toEqual(['✕ 金水区', '✕ “地铁”', '✕ 法治', '全部取消']);
    expect(labels(await chat.pressEdit(chen, list, '✕ 法治'))).toEqual(['✕ 金水区', '✕ “地铁”', '全部取消']);
    const left = await chat.pressEdit(chen, list, '✕ 金水区');
    expect(labels(left)).toEqual(['✕ “地铁”']);
    const [bye] = await chat.pressFor(chen, left, '✕ “地铁”');
    expect(bye?.text).toContain('已取消全部订阅');
    expect((await wish())?.rules).toEqual([]);
  });

  it('says of a second press what the first did, and of a forged one that the button is too old', async () => {
    await hold([{ district: '金水区' }, { keyword: '地铁' }]);
    const list = await chat.askOne(chen, '/unsubscribe');
    await chat.pressEdit(chen, list, '✕ 金水区');
    expect((await chat.press(chen, list, '=u:d.jinshui'))?.text).toBe('已取消金水区');
    const [next] = await chat.pressFor(chen, list, '=u:zzz');
    expect(next?.text).toContain('过期');
    expect(labels(next ?? list)).toContain('最新消息');
    expect((await wish())?.rules).toEqual([{ keyword: '地铁' }]);
  });

  it('takes everything, and the way back brings it again', async () => {
    await hold([{ district: '金水区' }, { district: '二七区', topic: 'law' }]);
    const bye = await chat.askOne(chen, '/unsubscribe all');
    expect((await wish())?.rules).toEqual([]);
    await chat.pressFor(chen, bye, '撤销');
    expect((await wish())?.rules).toEqual([{ district: '金水区' }, { district: '二七区', topic: 'law' }]);
  });

  it('offers the districts to who has nothing', async () => {
    expect((await chat.askOne(chen, '/unsubscribe')).text).toContain('还没有订阅');
  });
});
