import { beforeAll, describe, expect, it } from 'vitest';
import { sampleArticle } from '../../support/sample-article.js';
import { articles, headlines, now, openNewsroom } from './newsroom.js';

let newsroom: Awaited<ReturnType<typeof openNewsroom>>;
beforeAll(async () => {
  newsroom = await openNewsroom();
  await newsroom.archive.takeIn(articles, now);
});
const first = async (query: string) => (await newsroom.find(query))[0];

describe('search', () => {
  it.each([
    ['words', '消防 演练', 0],
    ['a part of a word', '号线年底', 1],
    ['a wrong homophone', '消防演连', 0],
    ['a near sound', '供惹管网', 7],
    ['a missing character', '智能语应答', 2],
    ['a character too many', '口袋小公园', 5],
    ['two characters swapped', '试行运', 1],
    ['a slip in one of two words', '荥阳 石留', 4],
    ['pinyin', 'xiaofang', 0],
    ['pinyin of several syllables apart', 'cai zhai jie', 4],
    ['pinyin not typed to its end', 'shiyunxi', 1],
    ['the right reading of a character that has several', 'chongqing', 8],
    ['initials', 'grgw', 7],
    ['pinyin beside Chinese', '口袋gongyuan', 5],
    ['traditional characters', '供熱管網', 7],
    ['full width and capitals', '５ｇ網絡', 6],
    ['lower case of Latin', 'ivr', 2],
    ['a question', '请问加装电梯的补贴怎么申领啊？', 9],
    ['another form of question', '有没有关于石榴采摘节的消息', 4],
    ['words in another order', '岗位 招聘会', 10],
    ['words that stand apart, typed without a space', '小区补贴', 9],
    ['a character missing of four', '地八号', 1],
    ['pinyin cut by words', 'lao jiu xiaoqu', 9],
    ['pinyin of one word before Chinese', 'kou dai公园', 5],
    ['a question with a word of its own', '不好意思打扰了，小学那个新教学楼靠谱吗', 3],
    ['a question about a district by another of its names', '二七 口袋公园在什么地方', 5],
    ['a long story around two words', '我记性差，邻居说什么热网还是供热改造来着，你给我瞧瞧', 7],
  ])('finds a headline by %s', async (_, query, at) => {
    expect(await first(query)).toBe(headlines[at]);
  });

  it('finds a Latin word with a slip', async () => {
    const own = await openNewsroom();
    await own.archive.takeIn([sampleArticle('latin00001', { headline: 'Android手机服务站开放' })], now);
    expect(await own.find('Andriod 服务站')).toEqual(['Android手机服务站开放']);
    expect(await own.find('Symbian 服务站')).toEqual([]);
    await own.close();
  });

  it.each([
    '量子烩面',
    '鄢蘑氢公园',
    'qxzkvwb',
    '消防 恐龙',
    '请问鄢蘑氢什么时候开门',
    '泰宏小学的新教学楼',
    '消防和石榴什么关系',
    '没有的东西',
    '!!!',
    '',
    '"*',
  ])('shows nothing for what is not there: %s', async (query) => {
    expect(await newsroom.find(query)).toEqual([]);
  });

  it('finds what stands in the text only, and shows the sentence with its hits', async () => {
    const { results } = await newsroom.search.search('编号7的来历', { now });
    const [result] = results;
    expect(result?.article.headline).toBe(headlines[7]);
    expect(result?.headlineHits).toEqual([]);
    const { text = '', hits = [] } = result?.excerpt ?? {};
    expect(hits.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(['编号7的来历']);
  });

  it('marks hits in the headline as it is printed', async () => {
    const { results } = await newsroom.search.search('ivr 語音', { now });
    const [{ article, headlineHits } = { article: undefined, headlineHits: [] }] = results;
    const shown = headlineHits.map(({ offset, length }) => article?.headline.slice(offset, offset + length));
    expect(shown).toEqual(['语音', 'IVR']);
  });

  it.each([
    ['区:金水 消防', [headlines[0]]],
    ['district:jinshui', [headlines[0]]],
    ['主题：教育', [headlines[3]]],
    ['topic:education 小学', [headlines[3]]],
    ['日期:2024-08-27..2024-08-28', [headlines[0], headlines[1]]],
    ['date:2024-08-20 电梯', []],
    ['编号7的来历 日期:2024-08', [headlines[7]]],
    ['编号7的来历 日期:2024-07', []],
    ['日期:昨天', []],
  ])('filters by %s', async (query, expected) => {
    expect(await newsroom.find(query)).toEqual(expected);
  });

  it('says what it understood as filters', async () => {
    const { filters } = await newsroom.search.search('区:金水 主题:教育 日期:上月 学校', { now });
    expect(filters).toEqual({
      districts: ['金水区'],
      topics: ['education'],
      from: '2024-08-01',
      to: '2024-08-31',
    });
  });

  it('finds the articles of a district by any of its names', async () => {
    for (const name of ['金水', '金水区', 'jinshui'])
      expect(await newsroom.find(name)).toContain(headlines[0]);
  });

  it('offers pieces that are there when the whole is not', async () => {
    expect((await newsroom.search.search('消防 恐龙', { now })).suggestions).toEqual(['消防']);
  });

  it('pages without a gap and without showing anything twice', async () => {
    const pages = [0, 5, 10].map((offset) =>
      newsroom.search.search('日期:2024-08', { now, offset, limit: 5 }),
    );
    const shown = (await Promise.all(pages)).flatMap(({ results }) =>
      results.map(({ article }) => article.headline),
    );
    expect(shown).toEqual(headlines);
    expect((await Promise.all(pages)).map(({ hasMore }) => hasMore)).toEqual([true, true, false]);
  });

  it('counts what was not found, without anybody', async () => {
    await newsroom.find('海底捞月');
    await newsroom.find('海底捞月');
    expect(await newsroom.search.misses(100)).toContainEqual({ query: '海底捞月', count: 2 });
  });
});

describe('the order of results', () => {
  it('puts the headline before the text, the exact before the alike, the newer before the older', async () => {
    const own = await openNewsroom();
    const days = ['2024-08-20', '2024-08-21', '2024-08-22', '2024-08-23'];
    const told = ['早市开市', '早市开市', '另一件事', '早是开市'];
    await own.archive.takeIn(
      told.map((headline, at) =>
        sampleArticle(`o${at}`, {
          headline,
          date: days[at] ?? '',
          paragraphs: [`第${at}件。${at === 2 ? '早市开市了。' : ''}`],
        }),
      ),
      now,
    );
    const { results } = await own.search.search('早市 开市', { now });
    expect(results.map(({ article }) => article.id)).toEqual(['o1', 'o0', 'o2', 'o3']);
    await own.close();
  });

  it("puts the reader's own districts ahead of equally good ones", async () => {
    const own = await openNewsroom();
    await own.archive.takeIn(
      ['金水区', '二七区', '中原区'].map((district, at) =>
        sampleArticle(`d${at}`, {
          headline: `夜市${at}号开放`,
          districts: [district],
          date: `2024-08-2${at}`,
        }),
      ),
      now,
    );
    const ids = async (ownDistricts: readonly string[]) =>
      (await own.search.search('夜市', { now, ownDistricts })).results.map(({ article }) => article.id);
    expect(await ids([])).toEqual(['d2', 'd1', 'd0']);
    expect(await ids(['金水区'])).toEqual(['d0', 'd2', 'd1']);
    await own.close();
  });
});

describe('what changes in the archive', () => {
  it('is searchable when the change is done: new, corrected, withdrawn', async () => {
    const own = await openNewsroom();
    const story = sampleArticle('story00001', { headline: '河道清淤完工' });
    await own.archive.takeIn([story], now);
    expect(await own.find('清淤')).toEqual(['河道清淤完工']);
    await own.archive.takeIn([{ ...story, headline: '河道疏浚完工' }], now);
    expect([await own.find('清淤'), await own.find('疏浚')]).toEqual([[], ['河道疏浚完工']]);
    await own.archive.withdraw('story00001');
    expect(await own.find('疏浚')).toEqual([]);
    await own.close();
  });
});
