import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { sampleArticle as article } from '../support/sample-article.js';

const zone = 'Asia/Shanghai';
const morning = new Date('2024-08-28T07:00:00+08:00');

const open = async () => openArchive(await openStorage('memory://'), zone);

describe('archive', () => {
  it('numbers the first take-in by issue date, page and position', async () => {
    const archive = await open();
    const line = (number: number, file = 'pages/a.md') => ({ source: { file, line: number } });
    const done = await archive.takeIn(
      [
        article('c', { ...line(1, 'pages/b.md') }),
        article('b', line(9)),
        article('a', line(2)),
        article('y', { date: '2024-08-27', ...line(5, 'pages/z.md') }),
      ],
      morning,
    );
    expect(done.released.map(({ article: { id } }) => id)).toEqual(['y', 'a', 'b', 'c']);
    expect(await archive.headAt(morning)).toBe(4);
    expect(await archive.headAt(new Date('2024-08-27T12:00:00+08:00'))).toBe(1);
    expect(await archive.headAt(new Date('2024-08-26T12:00:00+08:00'))).toBe(0);
  });

  it('changes nothing when the same content is taken in again', async () => {
    const archive = await open();
    await archive.takeIn([article('a'), article('b')], morning);
    const again = await archive.takeIn(
      [article('b'), article('a', { source: { file: 'x.md', line: 7 } })],
      morning,
    );
    expect(again).toMatchObject({ released: [], corrected: [], repeated: [], unchanged: 2 });
  });

  it('keeps an issue of tomorrow invisible until its day begins', async () => {
    const archive = await open();
    const tomorrow = article('t', { date: '2024-08-29' });
    expect((await archive.takeIn([tomorrow], morning)).pending).toEqual(['t']);
    expect(await archive.byId('t')).toBeUndefined();
    expect(await archive.count()).toBe(0);
    const released = await archive.takeIn([tomorrow], new Date('2024-08-29T00:00:00+08:00'));
    expect(released.released.map(({ number }) => number)).toEqual([1]);
  });

  it('keeps id and number when a headline is corrected', async () => {
    const archive = await open();
    await archive.takeIn([article('a'), article('b')], morning);
    const { corrected } = await archive.takeIn(
      [article('n', { headline: '新的标题', paragraphs: article('a').paragraphs })],
      morning,
    );
    expect(corrected).toMatchObject([{ id: 'a', number: 1, headline: '新的标题', revision: 1 }]);
    expect(await archive.headAt(morning)).toBe(2);
  });

  it('keeps id and number when the text is corrected', async () => {
    const archive = await open();
    await archive.takeIn([article('a')], morning);
    const text = `${article('a').paragraphs[0]?.replace('正文', '全文')}还补了一句。`;
    await archive.takeIn([article('n', { headline: '也改了', paragraphs: [text] })], morning);
    expect(await archive.byId('a')).toMatchObject({ number: 1, paragraphs: [text] });
    expect(await archive.byId('n')).toBeUndefined();
  });

  it('gives a new number for a district that a correction adds', async () => {
    const archive = await open();
    await archive.takeIn([article('a')], morning);
    await archive.takeIn([article('a', { districts: ['金水区', '二七区'] })], morning);
    expect(await archive.releases(0, 9)).toMatchObject([
      { number: 1, article: { id: 'a' } },
      { number: 2, article: { id: 'a', number: 1 }, addedDistricts: ['二七区'] },
    ]);
  });

  it('keeps the districts that an editor set, also when the page is corrected', async () => {
    const archive = await open();
    await archive.takeIn([article('a'), article('b')], morning);
    expect(await archive.place('a', ['二七区'])).toMatchObject({ id: 'a', number: 1, districts: ['二七区'] });
    expect(await archive.takeIn([article('a'), article('b')], morning)).toMatchObject({ unchanged: 2 });
    await archive.takeIn([article('a', { headline: '改了标题' })], morning);
    expect(await archive.byId('a')).toMatchObject({
      headline: '改了标题',
      districts: ['二七区'],
      revision: 2,
    });
    const steps = await archive.releases(0, 9);
    expect(steps.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(steps[2]).toMatchObject({ addedDistricts: ['二七区'], districtsBefore: ['金水区'] });
    const query = { offset: 0, limit: 9, now: morning };
    expect((await archive.latest({ districts: ['二七区'] }, query)).articles).toMatchObject([{ id: 'a' }]);
    expect(await archive.place('nothere', [])).toBeUndefined();
  });

  it('takes a reprint of last week for the first one', async () => {
    const archive = await open();
    await archive.takeIn([article('a')], morning);
    const reprint = article('r', {
      date: '2024-09-04',
      paragraphs: article('a').paragraphs,
      headline: '换了个标题',
    });
    const done = await archive.takeIn([reprint], new Date('2024-09-04T08:00:00+08:00'));
    expect(done).toMatchObject({ released: [], repeated: ['a'] });
    expect(await archive.byId('a')).toMatchObject({ date: '2024-08-28', headline: '标题a' });
  });

  it('does not fold a column that repeats its headline', async () => {
    const archive = await open();
    await archive.takeIn([article('a', { headline: '简讯' })], morning);
    const next = article('n', { headline: '简讯', date: '2024-08-29' });
    const done = await archive.takeIn([next], new Date('2024-08-29T08:00:00+08:00'));
    expect(done.released).toHaveLength(1);
  });

  it('shows the newest first, by page, and only what passes the filter', async () => {
    const archive = await open();
    const days = ['2024-08-26', '2024-08-27', '2024-08-28'];
    const articles = days.flatMap((date, day) =>
      ['p', 'q'].map((letter, index) =>
        article(`${letter}${day}`, {
          date,
          districts: index === 0 ? ['金水区'] : ['二七区'],
          source: { file: 'a.md', line: index + 1 },
        }),
      ),
    );
    await archive.takeIn(articles, morning);
    const ids = async (filter: object, offset: number, limit: number) => {
      const page = await archive.latest(filter, { offset, limit, now: morning });
      return [page.articles.map(({ id }) => id).join(' '), page.hasMore];
    };
    expect(await ids({}, 0, 3)).toEqual(['p2 q2 p1', true]);
    expect(await ids({}, 3, 3)).toEqual(['q1 p0 q0', false]);
    expect(await ids({ districts: ['二七区'] }, 0, 9)).toEqual(['q2 q1 q0', false]);
    expect(await ids({ from: '2024-08-27', to: '2024-08-27' }, 0, 9)).toEqual(['p1 q1', false]);
  });

  it('withdraws an article from everything that is shown, and tells the listeners', async () => {
    const archive = await open();
    const told: string[] = [];
    archive.onChanged(
      async (changed) => void told.push(...changed.map(({ id, isWithdrawn }) => `${id}:${isWithdrawn}`)),
    );
    await archive.takeIn([article('a'), article('b')], morning);
    await archive.withdraw('a');
    expect((await archive.releases(0, 9)).map(({ article: { id } }) => id)).toEqual(['b']);
    expect((await archive.latest({}, { offset: 0, limit: 9, now: morning })).articles).toHaveLength(1);
    expect(told).toEqual(['a:false', 'b:false', 'a:true']);
  });

  it('keeps improved sums through a restart, and drops them with a correction', async () => {
    const archive = await open();
    await archive.takeIn([article('a')], morning);
    await archive.improve('a', { summary: '更好的摘要。', points: ['一点'] });
    await archive.takeIn([article('a')], morning);
    expect(await archive.byId('a')).toMatchObject({ summary: '更好的摘要。', revision: 0 });
  });
});
