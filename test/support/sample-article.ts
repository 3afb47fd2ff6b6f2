import type { ArchivedArticle, Release } from '../../src/archive/archive.js';
import type { Article } from '../../src/articles/article.js';

/** An article with invented text that depends on its id, so that no two are alike. */
export function sampleArticle(id: string, changes: Partial<Article> = {}): Article {
  return {
    id,
    date: '2024-08-28',
    headline: `标题${id}`,
    kicker: '',
    subheadline: '',
    districts: ['金水区'],
    topics: ['services'],
    reporters: [],
    correspondents: [],
    photo: false,
    paragraphs: [`这是${id}号稿件的正文，讲的是${id.repeat(12)}的事。`],
    summary: `${id}的摘要。`,
    points: [],
    figures: [],
    source: { file: 'pages/2024-08-28/a.md', line: 1 },
    sections: [],
    paper: '测试报',
    page: '',
    agency: '',
    sample: false,
    urgent: false,
    ...changes,
  };
}

/** The same, released under a number. */
export function sampleRelease(number: number, id: string, changes: Partial<ArchivedArticle> = {}): Release {
  const released = { number, releasedAt: '2024-08-28T00:00:00.000Z', revision: 0, isWithdrawn: false };
  return { number, article: { ...sampleArticle(id, changes), ...released, ...changes } };
}
