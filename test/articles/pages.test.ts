import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import { reader } from './reader.js';

interface Expected {
  readonly folderDate?: string;
  readonly date?: string;
  /** Fields that are not stated are not compared; of topics the main one is. */
  readonly articles: readonly (Partial<Article> & { readonly eventDate?: string | null })[];
  readonly findings?: readonly string[];
}

const folder = path.resolve('test/pages');

/** An article, cut down to the fields that the expectation states. */
function stated(
  article: Article | undefined,
  expected: Expected['articles'][number],
): Record<string, unknown> {
  const fields = Object.entries({ ...article });
  const kept = fields.filter(([key]) => key in expected);
  return { eventDate: null, ...Object.fromEntries(kept) };
}

describe('pages as parsers leave them', () => {
  for (const name of readdirSync(folder)) {
    it(`reads ${name.replaceAll('-', ' ')}`, () => {
      const text = readFileSync(path.join(folder, name, 'page.md'), 'utf8');
      const expected: Expected = JSON.parse(readFileSync(path.join(folder, name, 'expected.json'), 'utf8'));
      const { folderDate } = expected;
      const page = {
        file: `${name}/page.md`,
        text,
        fallbackDate: '2024-08-28',
        ...(folderDate === undefined ? {} : { folderDate }),
      };
      const { articles, findings } = reader.read(page);
      const compared = articles.map((article, at) => stated(article, expected.articles[at] ?? article));
      const wanted = expected.articles.map((article, at) => ({
        eventDate: null,
        ...article,
        ...(article.topics === undefined
          ? {}
          : { topics: [article.topics[0], ...(articles[at]?.topics.slice(1) ?? [])] }),
      }));
      expect(compared).toEqual(wanted);
      if (expected.date !== undefined)
        expect(new Set(articles.map(({ date }) => date))).toEqual(new Set([expected.date]));
      for (const rule of expected.findings ?? [])
        expect(findings.map((finding) => finding.rule)).toContain(rule);
    });
  }
});
