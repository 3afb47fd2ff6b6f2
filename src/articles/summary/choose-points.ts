import { type Candidate, candidatesOf } from './candidates.js';
import { type PairCounts, pairsOf, shareIn } from './overlap.js';
import type { ReadSentence, ReadStory } from './read-sentence.js';
import { centrality } from './traits.js';
import { closed } from './wholeness.js';
import { wordClass } from './word-classes.js';

/** Longest point in characters, its full stop included. */
export const longestPoint = 60;
const pointsWanted = 3;
/** Characters of the summary by which its sentence is known again, and what it costs a point to be of that sentence. */
const headOfSummary = 10;
const toldCost = 0.8;
/** A point shares at most this part of its pairs with the summary, the headline or another point. */
const mostShared = 0.4;
/** What scores less is filler, and a third point of filler is left out. */
const worthTelling = 1.2;

interface Scored {
  readonly text: string;
  readonly sentence: number;
  readonly score: number;
}

/** Two or three more facts of a story, in its order, none repeating the summary; fewer where it has no more to tell. */
export function choosePoints({ sentences, counts }: ReadStory, summary: string, headline: string): string[] {
  const taken = [pairsOf(summary), pairsOf(headline)];
  const chosen: Scored[] = [];
  const told = sentences.findIndex(({ text }) => text.includes(summary.slice(0, headOfSummary)));
  for (const point of scoredPoints(sentences, counts, told)) {
    if (chosen.length === pointsWanted || (chosen.length === 2 && point.score < worthTelling)) break;
    const pairs = pairsOf(point.text);
    if (chosen.some(({ sentence }) => sentence === point.sentence)) continue;
    if (taken.some((other) => shareIn(pairs, other) > mostShared) || saysAgain(point.text, summary)) continue;
    chosen.push(point);
    taken.push(pairs);
  }
  return chosen.sort((a, b) => a.sentence - b.sentence).map(({ text }) => closed(text));
}

/** A whole clause of the summary comes again. */
function saysAgain(text: string, summary: string): boolean {
  return text.split(/[，；：]/u).some((clause) => clause.length >= 5 && summary.includes(clause));
}

function scoredPoints(sentences: readonly ReadSentence[], counts: PairCounts, told: number): Scored[] {
  return sentences
    .flatMap((sentence, index) => candidatesOf(sentence, index, counts, longestPoint - 1))
    .map((candidate) => ({
      text: candidate.text,
      sentence: candidate.sentence,
      score: pointScore(candidate) - (candidate.sentence === told ? toldCost : 0),
    }))
    .sort((a, b) => b.score - a.score || a.sentence - b.sentence);
}

const filler =
  /意义重大|欢声笑语|温馨提示|表示感谢|竖起大拇指|奠定.{0,8}基础|营造.{0,12}(?:氛围|环境)|意犹未尽|纷纷表示|受到.{0,8}好评|赢得.{0,8}赞|提高了.{0,10}意识|再上新台阶|进一步(?:加强|提升|提高|增强|推动)|新的更大贡献|砥砺|奋楫|乘势而上|走深走实|见行见效|落地见效|获得感|幸福感|深刻|切实|号角|征程/u;

/** Points like to be a line and a half long, to state amounts, and to be what the story is about. */
function pointScore(candidate: Candidate): number {
  const { text, traits } = candidate;
  const length = 1 - Math.abs(Math.min(text.length, longestPoint) - 36) / 36;
  const isFiller = (traits.classes & wordClass.filler) !== 0 && filler.test(text);
  return (
    Math.min(2, traits.amounts) * 0.8 +
    ((traits.classes & wordClass.fact) === 0 ? 0 : 0.5) -
    (isFiller ? 1 : 0) +
    length * 1.2 +
    centrality(traits) * 0.6 -
    (candidate.openingLength > 0 ? 0.2 : 0) -
    (text.length < 14 ? 1 : 0) -
    (candidate.skipped > 0 ? 0.3 : 0) -
    Math.min(candidate.sentence, 20) * 0.02
  );
}
