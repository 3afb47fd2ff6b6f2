import type { Candidate } from './candidates.js';
import { pairAt } from './overlap.js';

/** How often each pair of characters stands in the text; says how much a run of words is what the story is about. */
export type PairCounts = ReadonlyMap<number, number>;

const textLookedAt = 1500;

/** Counts the character pairs of the first 1500 characters of a story. */
export function pairCountsOf(paragraphs: readonly string[]): PairCounts {
  const counts = new Map<number, number>();
  let left = textLookedAt;
  for (const paragraph of paragraphs) {
    if (left <= 0) break;
    const text = paragraph.slice(0, left);
    left -= text.length;
    for (let index = 1; index < text.length; index++) {
      const pair = pairAt(text, index);
      if (pair !== undefined) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
}

/** Mean over the pairs of a text of how often they come again in the story, as a logarithm; 0 where none does. */
export function centrality(text: string, counts: PairCounts): number {
  let sum = 0;
  let pairs = 0;
  for (let index = 1; index < text.length; index++) {
    const pair = pairAt(text, index);
    if (pair === undefined) continue;
    pairs++;
    sum += Math.log2(counts.get(pair) ?? 1);
  }
  return pairs === 0 ? 0 : sum / pairs;
}

/** Names of the features, in the order of {@link featuresOf} and of the weights. */
export const featureNames = [
  'sentence 1',
  'sentence 2',
  'sentence 3',
  'later sentence',
  'length 10',
  'length 20',
  'length 30',
  'length 40',
  'length 50',
  'length 60',
  'length 70',
  'length 80',
  'starts inside',
  'clauses skipped',
  'to the end',
  'clauses left',
  'clauses',
  'keeps opening',
  'centrality',
  'coverage',
  'digits',
  'title',
  'quotation',
  'says',
  'happens',
  'first and whole',
] as const;
/** Name of a feature. */
export type FeatureName = (typeof featureNames)[number];

const says = /表示|指出|强调|认为|要求|介绍/u;
const happens =
  /举行|召开|发布|印发|启动|开幕|闭幕|公布|出台|实施|会见|会谈|签署|完成|突破|增长|建成|投产|通车|开工|发生|发射|揭牌|当选|获|超/u;

/** What the scorer sees of a candidate. */
export function featuresOf(candidate: Candidate, counts: PairCounts): number[] {
  const { text, sentence, skipped, left } = candidate;
  const mean = centrality(text, counts);
  const flag = (is: boolean) => (is ? 1 : 0);
  return [
    flag(sentence === 0),
    flag(sentence === 1),
    flag(sentence === 2),
    flag(sentence > 2),
    ...lengthHats(text.length),
    flag(skipped > 0),
    Math.min(skipped, 4),
    flag(left === 0),
    Math.min(left, 4),
    Math.min(candidate.clauses, 5),
    flag(candidate.openingLength > 0),
    mean,
    (mean * Math.min(text.length, 80)) / 40,
    Math.min(1, (text.match(/\d/gu)?.length ?? 0) / 10),
    flag(text.includes('《')),
    flag(text.includes('“')),
    flag(says.test(text)),
    flag(happens.test(text)),
    flag(sentence === 0 && skipped === 0 && left === 0),
  ];
}

/** The length as a blend of the two nearest of 10, 20 … 80. */
function lengthHats(length: number): number[] {
  const place = Math.min(7, Math.max(0, length / 10 - 1));
  return Array.from({ length: 8 }, (_, index) => Math.max(0, 1 - Math.abs(place - index)));
}
