import type { Archive } from '../../../src/archive/archive.js';
import type { Search } from '../../../src/archive/search.js';

/** A plain search over a small archive: every word occurs in headline or text. */
export function wordSearch(archive: Archive): Search {
  return {
    async search(query, { offset = 0, limit = 5, now }) {
      const { articles } = await archive.latest({}, { offset: 0, limit: 1_000, now });
      const words = query
        .replace(/(?:区|主题|日期):\S+/g, '')
        .split(/\s+/)
        .filter(Boolean);
      const found = articles.filter(({ headline, paragraphs }) =>
        words.every((word) => `${headline}${paragraphs.join('')}`.includes(word)),
      );
      const results = found.slice(offset, offset + limit).map((article) => ({
        article,
        headlineHits: words.flatMap((word) => {
          const at = article.headline.indexOf(word);
          return at < 0 ? [] : [{ offset: at, length: word.length }];
        }),
      }));
      const filters = { districts: [], topics: [] };
      return {
        results,
        hasMore: found.length > offset + limit,
        filters,
        suggestions: found.length === 0 ? ['夜校'] : [],
      };
    },
  };
}
