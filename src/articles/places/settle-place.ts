import type { GazetteerName } from './gazetteer.js';
import type { Score } from './scores.js';

/** What the rest of a story says for each district. */
export interface Rest {
  /** What names have been counted that leave no doubt. */
  readonly scores: ReadonlyMap<string, Score>;
  /** What all names have been counted, those of several districts in equal parts. */
  readonly tally: ReadonlyMap<string, number>;
  /** The page's district; empty where it has none. */
  readonly home: string;
}

/** From here on a district is named: by itself, a sub-district or an office. */
const named = 2;

const isNamed = (scores: Rest['scores'], district: string) => (scores.get(district)?.firmness ?? 0) >= named;

/** Of several districts with a place of that name, the one that the rest of the story speaks for; else none. */
function fittest(candidates: readonly string[], { scores, tally, home }: Rest): string {
  const ranked = [...candidates].sort(
    (one, other) =>
      (scores.get(other)?.total ?? 0) - (scores.get(one)?.total ?? 0) ||
      (tally.get(other) ?? 0) - (tally.get(one) ?? 0),
  );
  const [best = '', second = ''] = ranked;
  const firm = (name: string) => scores.get(name)?.total ?? 0;
  if (firm(best) > firm(second)) return best;
  if (firm(best) > 0) return '';
  if ((tally.get(best) ?? 0) > (tally.get(second) ?? 0)) return best;
  return candidates.includes(home) ? home : '';
}

/** The only district that a road runs through, unless the story names others and not that one; else none. */
function ofRoad(candidates: readonly string[], { scores }: Rest): string {
  const [only = '', ...others] = candidates;
  if (others.length > 0) return '';
  return isNamed(scores, only) || ![...scores.keys()].some((name) => isNamed(scores, name)) ? only : '';
}

/** The district that runs a place, or the one that it is counted in where page or story speak of that one alone. */
function ofRunner(runner: string, statutory: string, { scores, home }: Rest): string {
  if (isNamed(scores, runner)) return runner;
  return home === statutory || isNamed(scores, statutory) ? statutory : runner;
}

/** Whether the rest of the story has a say in where the name lies. */
export function isOpen({ kind, districts, statutory }: GazetteerName): boolean {
  return kind === 'road' || statutory !== '' || districts.length > 1;
}

/** The district of a name that is open, by the rest of the story; empty where it stays open. */
export function settlePlace({ kind, districts, statutory }: GazetteerName, rest: Rest): string {
  const [only = '', ...others] = districts;
  if (kind === 'road') return ofRoad(districts, rest);
  return others.length === 0 ? ofRunner(only, statutory, rest) : fittest(districts, rest);
}
