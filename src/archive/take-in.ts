import type { Article } from '../articles/article.js';
import type { IsoDate } from '../calendar/instant.js';
import { dayIn } from '../calendar/zone.js';
import type { ArchivedArticle, Release, TakeIn } from './archive.js';
import { contentPrint, headlinePrint, textPrint } from './fingerprint.js';
import { matchKnown } from './match-known.js';
import {
  type ArticleRecord,
  type IssueEntry,
  numberKey,
  type ReleaseRecord,
  readSequence,
  type SequenceState,
  type Tables,
} from './tables.js';

/** What one day's articles change; written all or none. */
interface DayChanges {
  readonly records: Map<string, ArticleRecord>;
  readonly releases: Release[];
  readonly corrected: ArchivedArticle[];
  readonly repeated: string[];
  unchanged: number;
  head: number;
}

/** Takes articles in, day by day in the order of their issue dates. See `Archive.takeIn`. */
export async function takeIn(
  tables: Tables,
  articles: readonly Article[],
  zone: string,
  now: Date,
): Promise<TakeIn> {
  const today = dayIn(zone, now);
  const days = byDay(articles.filter(({ date }) => date <= today));
  const done: DayChanges[] = [];
  let sequence = await readSequence(tables);
  for (const date of [...days.keys()].sort()) {
    const changes = await changesOfDay(tables, inPageOrder(days.get(date) ?? []), sequence, now);
    sequence = { head: changes.head, latestDate: date > sequence.latestDate ? date : sequence.latestDate };
    await write(tables, date, changes, sequence);
    done.push(changes);
  }
  return {
    released: done.flatMap(({ releases }) => releases),
    pending: articles.filter(({ date }) => date > today).map(({ id }) => id),
    corrected: done.flatMap(({ corrected }) => corrected),
    repeated: done.flatMap(({ repeated }) => repeated),
    unchanged: done.reduce((sum, { unchanged }) => sum + unchanged, 0),
  };
}

function byDay(articles: readonly Article[]): Map<IsoDate, Article[]> {
  const days = new Map<IsoDate, Article[]>();
  for (const article of articles) {
    const day = days.get(article.date);
    if (day === undefined) days.set(article.date, [article]);
    else day.push(article);
  }
  return days;
}

/** `page-2.md` before `page-10.md`, as an editor counts. */
const asPeopleCount = new Intl.Collator('en', { numeric: true });

function inPageOrder(articles: readonly Article[]): readonly Article[] {
  return articles.toSorted(
    ({ source: one }, { source: other }) =>
      asPeopleCount.compare(one.file, other.file) || one.line - other.line,
  );
}

/** Sets the districts of an article for good. See `Archive.place`. */
export async function placeArticle(
  tables: Tables,
  id: string,
  districts: readonly string[],
): Promise<ArchivedArticle | undefined> {
  const record = await tables.articles.get(id);
  if (record === undefined) return undefined;
  const sequence = await readSequence(tables);
  const changes = noChanges(sequence);
  correct(changes, { ...record, placed: districts }, record.article, record.content);
  await write(tables, record.article.date, changes, { ...sequence, head: changes.head });
  return changes.corrected[0];
}

function noChanges({ head }: SequenceState): DayChanges {
  return { records: new Map(), releases: [], corrected: [], repeated: [], unchanged: 0, head };
}

async function changesOfDay(
  tables: Tables,
  articles: readonly Article[],
  sequence: SequenceState,
  now: Date,
): Promise<DayChanges> {
  const known = await matchKnown(tables, articles);
  const changes = noChanges(sequence);
  const texts = new Set<string>();
  articles.forEach((article, index) => {
    const print = textPrint(article);
    const record = known[index];
    // The same story twice in one issue: the first one stands.
    if (texts.has(print)) changes.repeated.push(article.id);
    else if (record === undefined) release(changes, article, now);
    else if (record.article.date !== article.date) changes.repeated.push(record.article.id);
    else if (record.content === contentPrint(article)) changes.unchanged++;
    else correct(changes, record, article, contentPrint(article));
    if (article.paragraphs.length > 0) texts.add(print);
  });
  return changes;
}

function release(changes: DayChanges, article: Article, now: Date): void {
  const number = ++changes.head;
  const archived = { ...article, number, releasedAt: now.toISOString(), revision: 0, isWithdrawn: false };
  changes.records.set(article.id, { article: archived, content: contentPrint(article) });
  changes.releases.push({ number, article: archived });
}

/** Identity, number and withdrawal stay; districts that are new make it due once more to those who have not had it. */
function correct(
  changes: DayChanges,
  { article: before, placed }: ArticleRecord,
  article: Article,
  content: string,
): void {
  const { id, number, releasedAt, isWithdrawn } = before;
  const districts = placed ?? article.districts;
  const revision = before.revision + 1;
  const archived = { ...article, districts, id, number, releasedAt, isWithdrawn, revision };
  const addedDistricts = districts.filter((district) => !before.districts.includes(district));
  changes.records.set(id, { article: archived, content, ...(placed !== undefined && { placed }) });
  changes.corrected.push(archived);
  if (addedDistricts.length === 0) return;
  const districtsBefore = before.districts;
  changes.releases.push({ number: ++changes.head, article: archived, addedDistricts, districtsBefore });
}

async function write(
  tables: Tables,
  date: IsoDate,
  changes: DayChanges,
  sequence: SequenceState,
): Promise<void> {
  const records = [...changes.records.values()];
  if (records.length === 0) return;
  await tables.writeAll([
    ...records.map((record) => tables.articles.write(record.article.id, record)),
    ...records.flatMap(({ article }) =>
      printsOf(article).map((print) => tables.prints.write(print, article.id)),
    ),
    tables.issues.write(date, mergeIssue((await tables.issues.get(date)) ?? [], records)),
    ...changes.releases.map((step) => tables.releases.write(numberKey(step.number), releaseRecord(step))),
    tables.sequence.write('state', sequence),
  ]);
}

function printsOf(article: ArchivedArticle): readonly string[] {
  const headline = headlinePrint(article);
  const prints = headline === undefined ? [] : [headline];
  if (article.paragraphs.length > 0) prints.push(textPrint(article));
  return prints;
}

function releaseRecord({ article, number: _number, ...added }: Release): ReleaseRecord {
  return { id: article.id, date: article.date, ...added };
}

function mergeIssue(
  entries: readonly IssueEntry[],
  records: readonly ArticleRecord[],
): readonly IssueEntry[] {
  const merged = new Map(entries.map((entry) => [entry.id, entry]));
  for (const { article } of records) {
    merged.set(article.id, { id: article.id, districts: article.districts, topics: article.topics });
  }
  return [...merged.values()];
}
