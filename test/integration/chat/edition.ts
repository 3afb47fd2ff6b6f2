import type { Article } from '../../../src/articles/article.js';
import { sampleArticle } from '../../support/sample-article.js';

/** This morning's invented edition: three districts, two topics. */
export function edition(): readonly Article[] {
  return [
    sampleArticle('jinshuione', {
      headline: '金水区社区办起夜校',
      districts: ['金水区'],
      topics: ['education', 'community'],
      summary: '三个社区开了夜校，教剪纸和手机摄影。',
      paragraphs: ['三个社区开了夜校。', '第一堂课教剪纸。'],
      reporters: ['林小满'],
    }),
    sampleArticle('jinshuitwo', {
      headline: '消防演练走进老旧小区',
      districts: ['金水区'],
      topics: ['safety'],
      summary: '两百户居民学会了用灭火器。',
      paragraphs: Array.from(
        { length: 30 },
        (_, index) => `第${index + 1}段说的是演练的一个环节。${'居民跟着做。'.repeat(12)}`,
      ),
      reporters: ['周一一'],
      correspondents: ['吴二二'],
    }),
    sampleArticle('erqioneone', {
      headline: '二七区修好三条小路',
      districts: ['二七区'],
      topics: ['city'],
      summary: '三条小路铺平，装了路灯。',
    }),
    sampleArticle('xingyangon', {
      headline: '荥阳石榴丰收',
      districts: ['荥阳市'],
      topics: ['rural'],
      summary: '石榴今年多收两成。',
    }),
  ];
}

/** The next morning's. */
export function nextEdition(): readonly Article[] {
  return [
    sampleArticle('jinshuinew', {
      date: '2024-08-29',
      headline: '金水区新开一座图书馆',
      districts: ['金水区'],
      topics: ['culture'],
      summary: '图书馆开到晚上十点。',
    }),
  ];
}
