import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApiMessage } from '../../../src/local-chat/bot-api/types.js';
import { apiCall } from '../../support/api-call.js';
import { nextEdition } from './edition.js';
import { type Chat, chen, labels, openChat, wang } from './open-chat.js';

const admin = 900;
let chat: Chat;
beforeEach(async () => {
  chat = await openChat({
    settings: { adminChatIds: [admin] },
    api: { isAnyChatKnown: true },
  });
  chat.server.addUser({ id: admin, firstName: '编辑', isStarted: true });
  await chat.ask(chen, '/subscribe 金水区', { count: 2 });
});
afterEach(async () => {
  const { complaints, server } = chat;
  await chat.close();
  expect(server.violations()).toEqual([]);
  expect(complaints).toEqual([]);
});

const nextMorning = async () => {
  chat.clock.moveTo(new Date('2024-08-29T07:30:00+08:00'));
  await chat.archive.takeIn(nextEdition(), chat.clock.now());
};

describe('the newsroom', () => {
  it('is not there for residents, nor in their menu', async () => {
    expect((await chat.askOne(chen, '/stats')).text).toContain('没有 /stats');
    const help = await chat.askOne(chen, '/help');
    expect((await chat.press(chen, help, '=ad:run'))?.text).toContain('过期');
    const scope = { type: 'chat', chat_id: admin };
    const menu = () =>
      apiCall(chat.server, 'getMyCommands', { scope }).then(({ result }) => JSON.stringify(result));
    await expect.poll(menu).toContain('"publish"');
  });

  it('sees figures, and what readers think of their digests', async () => {
    const digest = chat.server.messages(chen).at(-1) ?? never();
    expect((await chat.press(chen, digest, '👎'))?.text).toBe('记下了，谢谢你。');
    await chat.press(chen, digest, '👍');
    const [late] = await chat.pressFor(chen, digest, '=v:up:2024-07-01');
    expect(late?.text).toContain('过期');
    const { text } = await chat.askOne(admin, '/stats');
    expect(text).toContain('订阅的聊天 1');
    expect(text).toContain('最近七天的区报 👍 1 👎 0');
  });

  it('looks at a run, previews it and sends it', async () => {
    await nextMorning();
    const status = await chat.askOne(admin, '/run');
    expect(labels(status)).toEqual(expect.arrayContaining(['现在送', '先给我看']));
    const [advice] = await chat.pressFor(admin, status, '先给我看');
    expect(advice?.text).toContain('你还没有订阅');
    const got = chat.server.nextMessage(({ chat: { id } }) => id === chen);
    const told = chat.server.nextMessage(({ text = '' }) => text.startsWith('送完'));
    await chat.press(admin, status, '现在送');
    expect((await got).text).toContain('金水区新开一座图书馆');
    expect((await told).text).toContain('送出1');
  });

  it('publishes one story at once, after naming to how many', async () => {
    await nextMorning();
    const question = await chat.askOne(admin, '/publish 图书馆');
    expect(question.text).toBe('马上把「金水区新开一座图书馆」送给1个聊天？');
    const got = chat.server.nextMessage(({ chat: { id } }) => id === chen);
    const told = chat.server.nextMessage(({ text = '' }) => text.startsWith('急讯送出'));
    await chat.press(admin, question, '马上送');
    expect((await got).text).toContain('金水区新开一座图书馆');
    expect((await told).text).toBe('急讯送出1，没送成0。');
    expect((await chat.askOne(admin, '/publish jinshuinew')).text).toContain('都已收到');
  });

  it('lets urgent news wait for the morning', async () => {
    await nextMorning();
    chat.clock.moveTo(new Date('2024-08-29T23:00:00+08:00'));
    const question = await chat.askOne(admin, '/publish 图书馆');
    expect(question.text).toBe('夜里不打扰，早上再把「金水区新开一座图书馆」送给1个聊天？');
    const told = chat.server.nextMessage(({ text = '' }) => text.startsWith('急讯送出'));
    await chat.press(admin, question, '早上送');
    expect((await told).text).toBe('急讯送出0，没送成0，1个早上再送。');
  });

  it('withdraws a story, also where it was sent', async () => {
    const choice = await chat.askOne(admin, '/correct jinshuione');
    const told = chat.server.nextMessage(({ text = '' }) => text.startsWith('改好'));
    await chat.press(admin, choice, '撤回');
    expect((await told).text).toContain('改好1份');
    expect((await chat.archive.byId('jinshuione'))?.isWithdrawn).toBe(true);
  });

  it('says when nobody has had a story that is corrected', async () => {
    const told = chat.server.nextMessage(({ text = '' }) => text.includes('不用改'));
    await chat.press(admin, await chat.askOne(admin, '/correct xingyangon'), '按现在的内容更新');
    expect((await told).text).toBe('最近送出的区报里没有这条，不用改。');
  });

  it('gives a story another district, which those get who have not had it', async () => {
    await chat.ask(wang, '/subscribe erqi', { count: 2 });
    const choice = await chat.askOne(admin, '/correct jinshuione');
    const asked = await chat.pressEdit(admin, choice, '改区');
    expect(labels(asked)).toContain('✓ 金水区');
    const drafted = await chat.pressEdit(admin, await chat.pressEdit(admin, asked, '二七区'), '✓ 金水区');
    expect(drafted.text).toContain('现在选的是：二七区。');
    expect((await chat.archive.byId('jinshuione'))?.districts).toEqual(['金水区']);
    const told = chat.server.nextMessage(({ text = '' }) => text.startsWith('改好'));
    const [placed] = await chat.pressFor(admin, drafted, '就这样');
    expect(placed?.text).toContain('已归到：二七区');
    expect((await told).text).toContain('改好1份');
    expect((await chat.askOne(wang, '/digest')).text).toContain('金水区社区办起夜校');
    expect((await chat.askOne(chen, '/digest')).text).toContain('没有你订阅的新消息');
    expect((await chat.press(admin, drafted, '=ad:place:jinshuione:nowhere'))?.text).toContain('过期');
  });

  it('is told what came, in its own language, and asked about what is urgent', async () => {
    chat.clock.moveTo(new Date('2024-08-29T09:00:00+08:00'));
    const done = await chat.archive.takeIn(
      nextEdition().map((article) => ({ ...article, urgent: true })),
      chat.clock.now(),
    );
    const messages: ApiMessage[] = [];
    const listening = chat.server.events.listen(
      (event) => event.kind === 'message' && event.message.chat.id === admin && messages.push(event.message),
    );
    const asked = chat.server.nextMessage(({ text = '' }) => text.startsWith('马上把'));
    await chat.bot.tellTakenIn({ ...done, pending: ['tomorrow'] });
    await asked;
    listening();
    expect(messages.map(({ text }) => text)).toEqual([
      '收进1条，1条等到刊期那天再发\n· 金水区新开一座图书馆',
      '马上把「金水区新开一座图书馆」送给1个聊天？',
    ]);
    const sent = chat.server.nextMessage(({ text = '' }) => text.startsWith('急讯送出'));
    await chat.press(admin, messages[1] ?? never(), '马上送');
    expect((await sent).text).toContain('送出1');
    await chat.pressEdit(admin, await chat.askOne(admin, '/settings'), 'English');
    const waiting = chat.server.nextMessage(({ chat: { id } }) => id === admin);
    await chat.bot.tellTakenIn({ ...done, released: [], pending: ['tomorrow'] });
    expect((await waiting).text).toBe('Waiting for their day: 1');
  });

  it('is told of findings, of what came, and asked about a held run', async () => {
    const told = chat.server.nextMessage(({ chat: { id } }) => id === admin);
    const place = { file: 'pages/2024-08-29/a.md', line: 12, hint: '' };
    await chat.bot.tellFindings([
      { ...place, severity: 'error', rule: 'no-text', message: '标题下没有正文' },
      { ...place, severity: 'note', rule: 'x', message: '小事' },
    ]);
    expect((await told).text).toBe('版面里有1处请看一看\npages/2024-08-29/a.md:12: 标题下没有正文');
    const words = chat.server.nextMessage(({ chat: { id } }) => id === admin);
    const message = 'No district was found for “街角小店”.';
    await chat.bot.tellFindings([{ ...place, severity: 'warning', rule: 'missing-district', message }]);
    expect((await words).text).toContain('pages/2024-08-29/a.md:12: 没看出是哪个区的“街角小店”');
    const asked = chat.server.nextMessage(({ chat: { id } }) => id === admin);
    await chat.bot.askAboutRun([{ kind: 'large-batch', articles: 900, usual: 10 }], 12);
    expect(labels(await asked)).toEqual(['现在送', '先给我看', '算了']);
  });
});

function never(): never {
  throw new Error('expected a message, none came');
}
