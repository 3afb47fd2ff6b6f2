import { type Candidate, longestPoint, textOf } from './candidate.js';
import { indexOfHighest } from './highest.js';
import { centrality } from './letter-pairs.js';
import type { ReadStory } from './read-sentence.js';
import { closed, lacksSubject } from './wholeness.js';
import { wordClass } from './word-classes.js';

const pointsWanted = 3;
/** Characters of the summary by which its sentence is known again, and what it costs a point to be of that sentence. */
const headOfSummary = 10;
const toldCost = 0.8;
/** A point shares at most this part of its pairs with the summary, the headline or another point. */
const mostShared = 0.4;
/** What scores less is filler, and a third point of filler is left out. */
const worthTelling = 1.2;

/** The points that one sentence could give. */
interface Offer {
  readonly cuts: readonly Candidate[];
  /** A score for each cut. */
  readonly scores: number[];
  /** Index of the best cut; -1 where none is left. */
  best: number;
}
/** Score of a cut that cannot be a point. */
const refused = Number.NEGATIVE_INFINITY;

/**
 * Two or three more facts of a story, in its order, none repeating the summary; fewer where it has no more to tell.
 * @param story its table of pairs has the headline kept.
 * @param candidates those of each sentence.
 */
export function choosePoints(
  { sentences, pairs }: ReadStory,
  candidates: readonly (readonly Candidate[])[],
  summary: string,
): string[] {
  pairs.keep(summary);
  const head = summary.slice(0, headOfSummary);
  const told = sentences.findIndex(({ text }) => text.includes(head));
  const offers = candidates.map((cuts, index) => offerOf(cuts, index === told ? toldCost : 0));
  const chosen: Candidate[] = [];
  while (chosen.length < pointsWanted) {
    const offer = bestOf(offers);
    const cut = offer?.cuts[offer.best];
    if (offer === undefined || cut === undefined) break;
    if (chosen.length === 2 && (offer.scores[offer.best] ?? refused) < worthTelling) break;
    const text = pairs.mostShared(cut) > mostShared ? undefined : textOf(cut);
    if (text === undefined || saysAgain(text, summary)) {
      offer.scores[offer.best] = refused;
      offer.best = indexOfHighest(offer.scores);
    } else {
      offer.best = -1;
      chosen.push(cut);
      if (chosen.length < pointsWanted) pairs.keep(text);
    }
  }
  return chosen.sort((one, other) => one.sentence - other.sentence).map((cut) => closed(textOf(cut)));
}

/** A whole clause of the summary comes again. */
function saysAgain(text: string, summary: string): boolean {
  return text.split(/[，；：]/u).some((clause) => clause.length >= 5 && summary.includes(clause));
}

function offerOf(cuts: readonly Candidate[], cost: number): Offer {
  const scores = cuts.map((cut) => (cut.length < longestPoint ? pointScore(cut) - cost : refused));
  return { cuts, scores, best: indexOfHighest(scores) };
}

/** The offer with the best cut, the first of equals; undefined where no cut is left. */
function bestOf(offers: readonly Offer[]): Offer | undefined {
  let best: Offer | undefined;
  let highest = refused;
  for (const offer of offers) {
    const score = offer.best < 0 ? refused : (offer.scores[offer.best] ?? refused);
    if (score <= highest) continue;
    best = offer;
    highest = score;
  }
  return best;
}

const filler =
  /意义重大|欢声笑语|温馨提示|表示感谢|竖起大拇指|奠定.{0,8}基础|营造.{0,12}(?:氛围|环境)|意犹未尽|纷纷表示|受到.{0,8}好评|赢得.{0,8}赞|提高了.{0,10}意识|再上新台阶|进一步(?:加强|提升|提高|增强|推动)|新的更大贡献|砥砺|奋楫|乘势而上|走深走实|见行见效|落地见效|获得感|幸福感|深刻|切实|号角|征程/u;

/** Points like to be a line and a half long, to state amounts, and to be what the story is about. */
function pointScore(candidate: Candidate): number {
  const { classes, amounts, length, openingLength, skipped, sentence } = candidate;
  const fit = 1 - Math.abs(length - 36) / 36;
  const isFiller = (classes & wordClass.filler) !== 0 && filler.test(textOf(candidate));
  return (
    Math.min(2, amounts) * 0.8 +
    ((classes & wordClass.fact) === 0 ? 0 : 0.5) -
    (isFiller ? 1 : 0) +
    fit * 1.2 +
    centrality(candidate) * 0.6 -
    (lacksSubject(candidate.clauses[candidate.tellsFrom]?.text ?? '') ? 1.6 : 0) -
    ((classes & wordClass.background) === 0 ? 0 : 1) -
    (openingLength > 0 ? 0.2 : 0) -
    (length < 14 ? 1 : 0) -
    (skipped > 0 ? 0.3 : 0) -
    Math.min(sentence, 20) * 0.02
  );
}
