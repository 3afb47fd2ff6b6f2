import type { Candidate, Candidates } from './candidates.js';
import { foldText } from './fold.js';
import { costs } from './match/match.js';
import type { Expression } from './query/expressions.js';
import { isPinyin } from './query/join-syllables.js';
import type { Names } from './query/names.js';
import type { Query } from './query/parse-query.js';
import { slipStage } from './query/slip-stage.js';
import type { Stage } from './query/stage.js';
import { alikeStage, exactStage } from './query/stages.js';
import { type Knowledge, listStage, questionStages } from './question/question-stages.js';
import { type Found, weigh } from './rank.js';

/** What a search works with. */
export interface Finder {
  /** Gives what may hold the words; asked the same twice, it does not look again. */
  lookUp(words: Expression, query: Query): Promise<Candidates>;
  /** The folded text of a document, for making sure of what the index found in it. */
  bodyOf(candidate: Candidate): Promise<string>;
  /** Names of districts and topics. */
  readonly names: Names;
  /** What tells a question; found out when first asked for. */
  knowledge(): Promise<Knowledge>;
  /** After this moment (of the monotonic clock, ms) no new way is tried. */
  readonly deadline: number;
}

/** Results that were found in the text come after those of a headline found as well. */
const bodyCost = 5;
/** A part this long that is found literally needs nothing that is only alike beside it. */
const tellingLength = 4;

/**
 * Tries the ways to understand a query from the exact to the far-fetched, until one finds something; a short query with
 * few exact results is given those that sound alike after them.
 */
export async function find(finder: Finder, query: Query, wanted: number): Promise<Found[]> {
  const { parts } = query;
  if (parts.length === 0) return filterOnly(finder, query);
  const found = new Map<number, Found>();
  const exact = exactStage(query);
  await tryStage(finder, query, exact, found);
  if (isEnough(found, parts, wanted)) return [...found.values()];
  const alike = alikeStage(query);
  await tryStage(finder, query, alike, found);
  if (isDoubtful(found, parts) && !isLate(finder)) await tryUnlike(finder, query, found);
  if (found.size === 0 && isLong(parts)) await tryQuestion(finder, query, found);
  return [...found.values()];
}

const isLate = ({ deadline }: Finder) => performance.now() > deadline;

function isEnough(found: ReadonlyMap<number, Found>, parts: readonly string[], wanted: number): boolean {
  return found.size >= wanted || (found.size > 0 && parts.some(isTelling));
}

/** Letters that can be pinyin may be a word of another language in one headline, and the reading of many. */
const isTelling = (part: string) => part.length >= tellingLength && !isPinyin(part);

/** Longer parts are sentences, not words with a slip. */
const longestSlip = 9;

/** So short that many things sound like it. */
const shortLength = 3;

/** Whether all that was found only nearly sounds like what was typed, or sounds like it where that tells little. */
function isDoubtful(found: ReadonlyMap<number, Found>, parts: readonly string[]): boolean {
  const isShort = parts.every(({ length }) => length <= shortLength);
  const most = isShort ? costs.literal : costs.sameSound + costs.eachNear;
  return [...found.values()].every(({ cost }) => cost > most);
}

/** What was typed is in no text: words that stand apart in it, or one slip. */
async function tryUnlike(finder: Finder, query: Query, found: Map<number, Found>): Promise<void> {
  const { parts } = query;
  const list = isLong(parts) ? listStage(parts, await finder.knowledge()) : undefined;
  if (list !== undefined) await tryStage(finder, query, list, found);
  if (parts.every(({ length }) => length <= longestSlip) && !isLate(finder))
    await tryStage(finder, query, slipStage(query), found);
}

/** Shorter queries are no questions. */
const shortestQuestion = 4;
const isLong = (parts: readonly string[]) => parts.join('').length >= shortestQuestion;

async function tryQuestion(finder: Finder, query: Query, found: Map<number, Found>): Promise<void> {
  const knowledge = await finder.knowledge();
  for (const [at, stage] of questionStages(query.parts, knowledge).entries()) {
    if (found.size > 0 || (at > 0 && isLate(finder))) return;
    await tryStage(finder, query, stage, found);
  }
}

async function filterOnly({ lookUp }: Finder, query: Query): Promise<Found[]> {
  const { headlines } = await lookUp(undefined, query);
  return headlines.map((candidate) => ({ candidate, matches: [], marks: () => [], cost: 0, spread: 0 }));
}

async function tryStage(
  finder: Finder,
  query: Query,
  stage: Stage,
  found: Map<number, Found>,
): Promise<void> {
  if (stage.expression === undefined) return;
  const { headlines, bodies } = await finder.lookUp(stage.expression, query);
  for (const candidate of headlines)
    if (!found.has(candidate.number)) verifyHeadline(candidate, stage, found);
  await verifyBodies(finder, bodies, stage, found);
}

function verifyHeadline(candidate: Candidate, stage: Stage, found: Map<number, Found>): void {
  const text = foldText(candidate.headline);
  const matches = stage.verify(text, candidate.labels);
  if (matches !== undefined) found.set(candidate.number, weigh(candidate, matches, text, stage));
}

/** Bodies are long: no more of them are read. */
const mostBodies = 60;

async function verifyBodies(
  finder: Finder,
  candidates: readonly Candidate[],
  stage: Stage,
  found: Map<number, Found>,
): Promise<void> {
  let read = 0;
  for (const candidate of candidates) {
    if (found.has(candidate.number)) continue;
    if (++read > mostBodies || isLate(finder)) return;
    const text = await finder.bodyOf(candidate);
    const matches = stage.verify(text, candidate.labels);
    if (matches !== undefined)
      found.set(
        candidate.number,
        weigh(candidate, matches, text, { marks: stage.marks, extraCost: bodyCost }),
      );
  }
}
