import { matchSlip } from '../match/match-slip.js';
import { matchSound } from '../match/match-sound.js';
import { isLatin } from '../tokens.js';
import type { Names } from './names.js';

const mostNearest = 3;

/** What a part may have been meant for: names of districts and topics that it holds, sounds like, or is one slip away from. */
export function nearestNames(part: string, names: Names): string[] {
  const near = new Map<string, number>();
  for (const [text, { shown }] of names) {
    const cost = distance(part, text);
    if (cost !== undefined && cost < (near.get(shown) ?? Number.POSITIVE_INFINITY)) near.set(shown, cost);
  }
  return [...near]
    .sort(([, one], [, other]) => one - other)
    .slice(0, mostNearest)
    .map(([shown]) => shown);
}

function distance(part: string, name: string): number | undefined {
  if (part.includes(name)) return 0;
  if (isLatin(part) || Math.abs(part.length - name.length) > 1) return undefined;
  const found = matchSound(part, name) ?? matchSlip(part, name, true);
  return found !== undefined && found.to - found.from === name.length ? found.cost : undefined;
}
