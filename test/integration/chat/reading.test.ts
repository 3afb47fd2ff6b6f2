import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleArticle } from '../../support/sample-article.js';
import { nextEdition } from './edition.js';
import { type Chat, chen, labels, marked, openChat } from './open-chat.js';

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

describe('/latest', () => {
  it('shows the newest of everything, of a district, of a topic, so many', async () => {
    expect(marked(await chat.askOne(chen, '/latest'), 'bold')).toHaveLength(5);
    const district = await chat.askOne(chen, '/latest 荥阳');
    expect(district.text).toContain('荥阳石榴丰收');
    expect(marked(district, 'bold')).toEqual(['荥阳市最新消息', '荥阳石榴丰收']);
    const topic = await chat.askOne(chen, '/latest 教育 3');
    expect(marked(topic, 'bold')).toEqual(['教育最新消息', '金水区社区办起夜校']);
    expect(marked(await chat.askOne(chen, '/latest 2'), 'bold')).toHaveLength(3);
  });

  it('turns pages by button, in place', async () => {
    const first = await chat.askOne(chen, '/latest 3');
    const second = await chat.pressEdit(chen, first, '更早 ›');
    expect(second.text).toContain('荥阳石榴丰收');
    const again = await chat.pressEdit(chen, second, '‹ 更新');
    expect(again.text).toBe(first.text);
  });

  it('takes a district with a topic in words, and searches for words that name neither', async () => {
    expect((await chat.askOne(chen, '/latest education in jinshui')).text).toContain('金水区 · 教育最新消息');
    expect((await chat.askOne(chen, '/latest 金水 消防')).text).toContain('消防演练走进老旧小区');
  });

  it('offers names for what names nothing', async () => {
    expect((await chat.askOne(chen, '/latest 某某某')).text).toContain('没有叫「某某某」');
  });
});

describe('an article', () => {
  it('is read in pages, with where and by whom it was printed', async () => {
    const list = await chat.askOne(chen, '/latest 安全');
    const [first] = await chat.pressFor(chen, list, '读全文');
    expect(first?.text).toMatch(/^消防演练走进老旧小区\n8月28日 · 金水区/);
    expect(first?.text?.length).toBeLessThan(1_200);
    let page = first;
    let turns = 0;
    for (let next = nextLabel(page); page !== undefined && next !== undefined; next = nextLabel(page)) {
      page = await chat.pressEdit(chen, page, next);
      turns++;
    }
    expect(turns).toBeGreaterThan(1);
    expect(page?.text).toContain('记者 周一一 通讯员 吴二二\n《测试报》8月28日');
  });

  it('offers its district, and is opened by a deep link', async () => {
    const [article] = await chat.ask(chen, '/start a_erqioneone');
    expect(article?.text).toContain('二七区修好三条小路');
    const [confirmation] = await chat.pressFor(chen, article ?? never(), '＋ 订阅二七区');
    expect(confirmation?.text).toContain('已订阅二七区');
  });

  it('that is gone or withdrawn says so', async () => {
    expect((await chat.askOne(chen, '/start a_nothinghere')).text).toContain('找不到');
    await chat.archive.withdraw('erqioneone');
    expect((await chat.askOne(chen, '/start a_erqioneone')).text).toContain('撤回');
  });
});

describe('plain text', () => {
  it('with a district shows its latest, with a digit the story of that number, otherwise searches', async () => {
    expect((await chat.askOne(chen, '二七区')).text).toContain('二七区最新消息');
    expect((await chat.askOne(chen, '1')).text).toContain('二七区修好三条小路');
    const found = await chat.askOne(chen, '夜校');
    expect(marked(found, 'bold')).toEqual(['🔍 夜校', '夜校']);
    const nothing = await chat.askOne(chen, '火星移民局');
    expect(nothing.text).toContain('没有找到');
    expect(labels(nothing)).toContain('最新消息');
  });

  it('with a digit means the last digest where no menu is remembered', async () => {
    await chat.ask(chen, '/subscribe 金水区', { count: 2 });
    expect((await chat.askOne(chen, '2')).text).toContain('消防演练走进老旧小区');
  });

  it('with a time offers it for the digest', async () => {
    const question = await chat.askOne(chen, '7点10分');
    const settings = await chat.pressEdit(chen, question, '改成 07:10');
    expect(settings.text).toContain('07:10');
    expect((await chat.subscribers.get({ chat: chen, thread: null }))?.wish.times).toEqual(['07:10']);
  });
});

describe('a search', () => {
  it('finds what was heard and misspelt, and is narrowed by buttons', async () => {
    expect((await chat.askOne(chen, '/search 夜笑')).text).toContain('金水区社区办起夜校');
    const many = Array.from({ length: 8 }, (_, at) =>
      sampleArticle(`drill${at}`, {
        headline: `${'东南西北前后左右'.charAt(at).repeat(3)}楼地震演习`,
        source: { file: 'pages/2024-08-28/b.md', line: at + 1 },
        districts: [at < 6 ? '金水区' : '惠济区'],
      }),
    );
    await chat.archive.takeIn(many, chat.clock.now());
    const found = await chat.askOne(chen, '/search 地震演习');
    const narrow = labels(found).find((label) => label.startsWith('只看') && label.endsWith('区')) ?? '';
    const narrowed = await chat.pressEdit(chen, found, narrow);
    expect(narrowed.text).toContain(`🔍 地震演习 区:${narrow.slice(2)}\n范围：${narrow.slice(2)}`);
    const second = await chat.pressEdit(chen, await chat.askOne(chen, '/search 地震演习'), '下一页 ›');
    expect(second.text).toContain('第6–8条');
  });

  it('is followed by a button', async () => {
    const found = await chat.askOne(chen, '/search 夜校');
    const [digest] = await chat.pressFor(chen, found, '关注「夜校」');
    expect(digest?.text).toContain('金水区社区办起夜校');
    expect((await chat.subscribers.get({ chat: chen, thread: null }))?.wish.rules).toEqual([
      { keyword: '夜校' },
    ]);
  });

  it.each([
    ['yexiao', '夜校'],
    ['夜笑', '夜校'],
    ['请问夜校什么时候开门？', '夜校'],
  ])('for %s is followed by what it found', async (typed, meant) => {
    const found = await chat.askOne(chen, `/search ${typed}`);
    await chat.pressFor(chen, found, `关注「${meant}」`);
    expect((await chat.subscribers.get({ chat: chen, thread: null }))?.wish.rules).toEqual([
      { keyword: meant },
    ]);
  });

  it('for a question that finds nothing is followed by what it is about', async () => {
    const nothing = await chat.askOne(chen, '/search 请问火星动物园什么时候开门');
    expect(labels(nothing)).toContain('关注「火星 动物园」');
  });

  it('offers the words alone where a filter leaves nothing', async () => {
    const nothing = await chat.askOne(chen, '/search 夜校 区:荥阳市');
    expect(nothing.text).toContain('1. 夜校');
    const wider = await chat.pressEdit(chen, nothing, '🔍 夜校');
    expect(labels(wider)).toContain('读全文');
    expect(labels(await chat.askOne(chen, '/search 火星 区:荥阳市'))).not.toContain('🔍 火星');
  });

  it('with names in it is followed by what they name', async () => {
    const found = await chat.askOne(chen, '/search 金水区 夜校');
    await chat.pressFor(chen, found, '关注「金水区 夜校」');
    expect((await chat.subscribers.get({ chat: chen, thread: null }))?.wish.rules).toEqual([
      { district: '金水区', keyword: '夜校' },
    ]);
  });

  it('asks for words where there are none', async () => {
    const question = await chat.askOne(chen, '/search');
    expect(question.reply_markup).toMatchObject({ force_reply: true });
    expect((await chat.askOne(chen, '石榴', { replyTo: question.message_id })).text).toContain(
      '荥阳石榴丰收',
    );
  });
});

describe('/digest', () => {
  it('gives what is new, once', async () => {
    await chat.ask(chen, '/subscribe 金水区', { count: 2 });
    expect((await chat.askOne(chen, '/digest')).text).toContain('暂时没有');
    chat.clock.moveTo(new Date('2024-08-29T06:00:00+08:00'));
    await chat.archive.takeIn(nextEdition(), chat.clock.now());
    expect((await chat.askOne(chen, '/digest')).text).toContain('金水区新开一座图书馆');
    expect((await chat.askOne(chen, '/digest')).text).toContain('暂时没有');
  });

  it('offers the districts to who has not subscribed', async () => {
    expect((await chat.askOne(chen, '/digest')).text).toContain('还没有订阅');
  });

  it('is read by its number buttons', async () => {
    const [, digest] = await chat.ask(chen, '/subscribe 金水区', { count: 2 });
    const [article] = await chat.pressFor(chen, digest ?? never(), '1');
    expect(article?.text).toContain('三个社区开了夜校。');
  });
});

describe('what a digest does not tell', () => {
  it('is behind its button, to the last story', async () => {
    const many = Array.from({ length: 23 }, (_, at) =>
      sampleArticle(`many${at}`, {
        date: '2024-08-29',
        headline: `第${at}件事`,
        paragraphs: [String.fromCharCode(0x4e00 + at * 99).repeat(40)],
      }),
    );
    await chat.ask(chen, '/subscribe 金水区', { count: 2 });
    chat.clock.moveTo(new Date('2024-08-29T08:00:00+08:00'));
    await chat.archive.takeIn(many, chat.clock.now());
    const digest = await chat.askOne(chen, '/digest');
    const [more] = await chat.pressFor(chen, digest, '更多13条');
    const [last] = await chat.pressFor(chen, more ?? never(), '更多3条');
    const told = [digest, more, last].flatMap((message) => message?.text?.match(/第\d+件事/g) ?? []);
    expect(new Set(told).size).toBe(23);
    expect(told).toHaveLength(23);
    const [end] = await chat.pressFor(chen, digest, `=m:4:27:${13}`);
    expect(end?.text).toContain('看完了');
  });
});

function nextLabel(message: Parameters<typeof labels>[0] | undefined): string | undefined {
  return message === undefined ? undefined : labels(message).find((label) => label.startsWith('下一页'));
}

function never(): never {
  throw new Error('expected a message');
}
