import type { Article } from '../articles/article.js';
import { headlinePrint, similarity, textPrint } from './fingerprint.js';
import type { ArticleRecord, Tables } from './tables.js';

/** Same page, same day: this much of the text in common is the same story, corrected. */
const correctedSimilarity = 0.5;
/** Another day, same headline: this much in common is a reprint; columns that repeat their headline have less. */
const reprintSimilarity = 0.8;

/** What the archive knows that the articles of one day could be. */
interface Candidates {
  readonly byId: ReadonlyMap<string, ArticleRecord>;
  readonly idOfPrint: ReadonlyMap<string, string>;
  readonly sameDay: readonly ArticleRecord[];
}

/**
 * Finds for each article of one issue date the known article that it is: the same id, else the same text, else the
 * same headline over a similar text, else a similar text of the same page. No known article is taken twice.
 * @returns known articles by position in `articles`; undefined where an article is new.
 */
export async function matchKnown(
  tables: Tables,
  articles: readonly Article[],
): Promise<(ArticleRecord | undefined)[]> {
  const candidates = await loadCandidates(tables, articles);
  const taken = new Set<string>();
  const take = (record: ArticleRecord | undefined) => {
    if (record === undefined || taken.has(record.article.id)) return undefined;
    taken.add(record.article.id);
    return record;
  };
  const surely = articles.map((article) => take(sureMatch(article, candidates)));
  return articles.map((article, index) => surely[index] ?? take(likelyMatch(article, candidates, taken)));
}

async function loadCandidates(tables: Tables, articles: readonly Article[]): Promise<Candidates> {
  const prints = articles.flatMap((article) => [textPrint(article), headlinePrint(article) ?? []].flat());
  const [printedIds, issue] = await Promise.all([
    tables.prints.getMany(prints),
    tables.issues.get(articles[0]?.date ?? ''),
  ]);
  const sameDayIds = (issue ?? []).map((entry) => entry.id);
  const ids = [
    ...new Set([...articles.map(({ id }) => id), ...printedIds.flatMap((id) => id ?? []), ...sameDayIds]),
  ];
  const records = (await tables.articles.getMany(ids)).filter((record) => record !== undefined);
  const byId = new Map(records.map((record) => [record.article.id, record]));
  return {
    byId,
    idOfPrint: new Map(
      prints.flatMap((print, index) => (printedIds[index] ? [[print, printedIds[index]]] : [])),
    ),
    sameDay: sameDayIds.flatMap((id) => byId.get(id) ?? []),
  };
}

function sureMatch(article: Article, { byId, idOfPrint }: Candidates): ArticleRecord | undefined {
  const sameText = () => byId.get(idOfPrint.get(textPrint(article)) ?? '');
  return byId.get(article.id) ?? (article.paragraphs.length > 0 ? sameText() : undefined);
}

function likelyMatch(
  article: Article,
  { byId, idOfPrint, sameDay }: Candidates,
  taken: ReadonlySet<string>,
): ArticleRecord | undefined {
  const sameHeadline = byId.get(idOfPrint.get(headlinePrint(article) ?? '') ?? '');
  if (sameHeadline !== undefined && similarity(article, sameHeadline.article) >= reprintSimilarity)
    return sameHeadline;
  const [best] = sameDay
    .filter(({ article: known }) => known.source.file === article.source.file && !taken.has(known.id))
    .map((record) => ({ record, share: similarity(article, record.article) }))
    .sort((one, other) => other.share - one.share);
  return best !== undefined && best.share >= correctedSimilarity ? best.record : undefined;
}
