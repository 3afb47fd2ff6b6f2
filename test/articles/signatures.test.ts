import { describe, expect, it } from 'vitest';
import { readCaptionCredit } from '../../src/articles/bylines/caption-credit.js';
import { reader } from './reader.js';

const first = '连日来，管城区北下街街道的三处口袋公园开了门，最大的一处有两个篮球场那么大。';
const second = '公园里种了石楠和海棠，石凳下装了感应灯，老人晚上散步不怕摔，孩子们放学后也愿意来。';

/** What stands below the headline, with `1` and `2` for its paragraphs; the reporters, the correspondents. */
const stories: ReadonlyArray<readonly [below: string, reporters: string, correspondents: string]> = [
  ['记者 童欣\n\n新郑时报 丁一 文/图\n\n1\n\n2', '童欣,丁一', ''],
  ['郑州晚报记者 童欣\n\n丁一/文\n\n周和/图\n\n1\n\n2', '童欣,丁一,周和', ''],
  ['本报记者 童欣 通讯员\n\n丁一 周和 文/图\n\n1\n\n2', '童欣', '丁一,周和'],
  ['本报记者 童欣 通讯员 丁一\n\n周和\n\n1\n\n2', '童欣', '丁一,周和'],
  ['本报记者 童欣 通讯员 丁一\n\n周和/图\n\n1\n\n2', '童欣,周和', '丁一'],
  ['1郑州晚报记者 童欣\n\n2', '童欣', ''],
  ['1（记者 童欣 通讯员 丁一）\n\n2', '童欣', '丁一'],
  ['1\n\n2\n\n记者 童欣 文/图', '童欣', ''],
  ['本报讯 记者 童欣 通讯员 丁一\n\n1\n\n2', '童欣', '丁一'],
  ['中原网讯（记者 童欣）1\n\n![](a.jpg)\n\n公园里的篮球场。 郑报融媒记者 丁一 图\n\n2', '童欣,丁一', ''],
  ['本报讯（记者 童欣）1\n\n![](a.jpg)\n\n公园里的篮球场。 本报记者 丁一 摄\n\n2', '童欣', ''],
  ['1\n\n2\n\n图为居民在公园里散步，孩子们在一旁打球。(童欣 丁一)', '童欣,丁一', ''],
];

/** A caption, what it shows, who made it. */
const captions: ReadonlyArray<readonly [caption: string, text: string, people: string]> = [
  ['图为新开的公园。本报记者 童欣 摄', '图为新开的公园。', '童欣'],
  ['图为新开的公园。（童欣 摄）', '图为新开的公园。', '童欣'],
  ['图为新开的公园。(童欣 丁一)', '图为新开的公园。', '童欣,丁一'],
  ['新开的公园。 郑报融媒记者 童欣 图', '新开的公园。', '童欣'],
  ['图为新开的公园。', '图为新开的公园。', ''],
  ['图为新开的公园。（资料图）', '图为新开的公园。（资料图）', ''],
  ['本报记者 童欣 摄', '', '童欣'],
];

describe('who signs a story', () => {
  it.each(stories)('is found around its text: %s', (below, reporters, correspondents) => {
    const text = `# 三处口袋公园开门迎客\n\n${below.replace('1', first).replace('2', second)}\n`;
    const { articles } = reader.read({ file: 'page.md', text, fallbackDate: '2024-08-28' });
    expect(
      articles.map((one) => [one.reporters.join(), one.correspondents.join(), one.paragraphs.slice(0, 2)]),
    ).toEqual([[reporters, correspondents, [first, second]]]);
  });

  it.each(captions)('is taken off a caption: %s', (caption, text, people) => {
    const credit = readCaptionCredit(caption);
    expect([credit.text, credit.people.reporters.join()]).toEqual([text, people]);
  });
});
