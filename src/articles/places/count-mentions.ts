import type { Mention } from './mentions.js';
import { addTo, type Reason, type Score } from './scores.js';
import { isOpen, settlePlace } from './settle-place.js';
import { isPlace, type Surroundings, weightOf } from './surroundings.js';

/** What the mentions of a story say. */
export interface Counted {
  /** District and score, the best first. */
  readonly ranked: readonly (readonly [district: string, score: Score])[];
  readonly reasons: readonly Reason[];
}

/** The best district first: of several that a story speaks of about as much, the one that it names first. */
function ranking(scores: ReadonlyMap<string, Score>): Counted['ranked'] {
  const byTotal = [...scores].sort(
    ([, one], [, other]) => other.total - one.total || one.first - other.first,
  );
  const top = byTotal[0]?.[1];
  if (top === undefined) return byTotal;
  const isEqual = ({ total, firmness }: Score) => total >= top.total * 0.7 && firmness >= top.firmness;
  const [first] = byTotal
    .filter(([, score]) => isEqual(score))
    .sort(([, one], [, other]) => one.first - other.first);
  return first === undefined ? byTotal : [first, ...byTotal.filter((each) => each !== first)];
}

/** Counts all mentions for their districts; names that several districts have are settled by the rest of the story. */
export function countMentions(mentions: readonly Mention[], around: Surroundings, home: string): Counted {
  const scores = new Map<string, Score>();
  const seen = new Map<string, number>();
  const reasons: Reason[] = [];
  const open: { readonly mention: Mention; readonly weight: number }[] = [];
  const tally = new Map<string, number>();
  for (const mention of mentions) {
    const weight = weightOf(mention, around);
    if (weight === 0) continue;
    const { districts } = mention.entry;
    for (const district of districts)
      tally.set(district, (tally.get(district) ?? 0) + weight / districts.length);
    const beside = mention.after !== '' && isPlace(mention.entry) ? mention.after : '';
    const [only = ''] = districts;
    if (beside === '' && isOpen(mention.entry)) open.push({ mention, weight });
    else reasons.push(addTo(scores, beside === '' ? only : beside, mention, weight, seen));
  }
  const isRoad = ({ mention }: (typeof open)[number]) => mention.entry.kind === 'road';
  for (const { mention, weight } of [...open.filter((each) => !isRoad(each)), ...open.filter(isRoad)]) {
    const district = settlePlace(mention.entry, { scores, tally, home });
    if (district !== '') reasons.push(addTo(scores, district, mention, weight, seen));
  }
  return { ranked: ranking(scores), reasons };
}
