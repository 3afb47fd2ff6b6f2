import type { Mention } from './mentions.js';

/** What stands between the names of roads that meet: 淮河路与兴华南街交叉口, 庆丰街（陇海路—政通路）, 经三路红专路口. */
const meeting = /^(?:[\s（(与和同至到及、/~～—－-]){0,3}$/u;
/** What stands between short names in a list: 二七、金水和管城三区. */
const listing = /^[、和与及]$/u;
const longestGap = 3;

/** At a crossing both roads are in the districts that they have in common; where they have none, one is known badly. */
function crossing(one: Mention, other: Mention): readonly [Mention, Mention] {
  const districts = one.entry.districts.filter((district) => other.entry.districts.includes(district));
  if (districts.length === 0) return [one, other];
  const within = (mention: Mention): Mention => ({ ...mention, entry: { ...mention.entry, districts } });
  return [within(one), within(other)];
}

/** A short name that is also a word (二七, 中原) is a district's beside another one. */
function listed(one: Mention, other: Mention): readonly [Mention, Mention] {
  return [
    { ...one, isInstitution: true },
    { ...other, isInstitution: true },
  ];
}

function settled(one: Mention, other: Mention, between: string): readonly [Mention, Mention] | undefined {
  const { kind } = one.entry;
  if (kind !== other.entry.kind) return undefined;
  if (kind === 'road' && meeting.test(between)) return crossing(one, other);
  return kind === 'stem' && listing.test(between) ? listed(one, other) : undefined;
}

/**
 * Lets names that stand side by side tell of each other: roads that meet, short names in a list. `start` is the place of
 * the text's first character in the order of reading.
 */
export function settleNeighbours(mentions: Mention[], text: string, start: number): void {
  for (let index = 1; index < mentions.length; index++) {
    const [one, other] = [mentions[index - 1], mentions[index]];
    if (one === undefined || other === undefined) continue;
    const end = one.at + one.word.length;
    if (other.at - end > longestGap) continue;
    const pair = settled(one, other, text.slice(end - start, other.at - start));
    if (pair !== undefined) mentions.splice(index - 1, 2, ...pair);
  }
}
