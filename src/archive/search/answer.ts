import type { Database } from '../../storage/store.js';
import type { Archive, ArchivedArticle } from '../archive.js';
import type { SearchResult } from '../search.js';
import type { Candidate } from './candidates.js';
import { fold } from './fold.js';
import { excerptOf, hitsOf } from './hits.js';
import { articleOfRow, keyOfId, type RecordRow } from './imported/record.js';
import type { Found } from './rank.js';
import { firstOwnDocument } from './tables.js';

/** The texts of an article in which search looks, the headline first; one line each. */
export function searchedText(article: ArchivedArticle): string {
  const { headline, kicker, subheadline, paragraphs } = article;
  return [headline, kicker, subheadline, ...paragraphs].filter((part) => part !== '').join('\n');
}

/** Reads the article of a candidate; undefined when it has been withdrawn meanwhile. */
export async function readArticle(
  database: Database,
  archive: Archive,
  candidate: Candidate,
): Promise<ArchivedArticle | undefined> {
  const { number, day, headline } = candidate;
  if (number >= firstOwnDocument) {
    const article = await archive.byId(candidate.id);
    return article?.isWithdrawn ? undefined : article;
  }
  const key = keyOfId(candidate.id) ?? 0;
  if (candidate.isBare) return articleOfRow({ number, key, day, headline, labels: null, more: null });
  const [row] = await database.all<RecordRow>(
    'SELECT number, key, day, headline, labels, more FROM imported.record WHERE number = ?',
    [number],
  );
  return row === undefined ? undefined : articleOfRow(row);
}

/** Makes a result of what was found: hits in the headline, or else the sentence of the text that has them. */
export function resultOf({ matches, marks }: Found, article: ArchivedArticle): SearchResult {
  const folded = fold(article.headline);
  const inHeadline = marks(folded.text);
  const headlineHits = hitsOf(inHeadline, folded, article.headline);
  if (inHeadline.length >= matches.filter(({ from, to }) => to > from).length)
    return { article, headlineHits };
  const excerpt = bestSentence(article, marks);
  return { article, headlineHits, ...(excerpt !== undefined && { excerpt }) };
}

function bestSentence(article: ArchivedArticle, marks: Found['marks']): SearchResult['excerpt'] {
  let best: SearchResult['excerpt'];
  for (const text of searchedText(article).split('\n').slice(1)) {
    const folded = fold(text);
    const hits = hitsOf(marks(folded.text), folded, text);
    if (hits.length > (best?.hits.length ?? 0)) best = excerptOf(text, hits);
  }
  return best;
}
