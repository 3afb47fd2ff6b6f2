import { likeness } from '../sounds.js';
import { costs, type Match } from './match.js';

/** Beside the slip, one character of a long part may be another that sounds the same: more would make anything of anything. */
const mostUnlike = (size: number) => (size > 5 ? 1 : 0);

/** Fewest characters that must be found for a slip to be believed. */
interface Fewest {
  readonly found: number;
  /** Beside one too many: a name of four characters of which three stand somewhere is another name. */
  readonly besideExtra: number;
}

const ofAlone: Fewest = { found: 3, besideExtra: 4 };
/** What the other words of a query find makes up for fewer. */
const ofSeveral: Fewest = { found: 2, besideExtra: 2 };

/** The one thing that may have gone wrong in typing. */
type Slip = 'missing' | 'extra' | 'swapped';

/**
 * Finds a part with one slip: a character missing, one too many, or two swapped. All others must be the same, or sound the
 * same, which costs.
 * @param isAlone whether nothing else is looked for: then more of it must be found.
 */
export function matchSlip(part: string, text: string, isAlone: boolean): Match | undefined {
  const fewest = isAlone ? ofAlone : ofSeveral;
  let best: Match | undefined;
  const offer = (from: number, to: number, cost: number | undefined, slip: Slip) => {
    if (cost === undefined) return;
    const total = costs.slip + cost + (slip === 'extra' ? 2 : 0);
    if (best === undefined || total < best.cost) best = { from, to, cost: total };
  };
  const size = part.length;
  for (let from = 0; from < text.length; from++) {
    let cost = 0;
    for (let at = 0; at <= size; at++) {
      if (at > 0 && at < size && size >= fewest.found)
        offer(from, from + size + 1, alike(part, at, text, from + at + 1, cost), 'missing');
      // One too many at either end is no slip: it belongs to another name (岚茵 for 莱茵).
      if (at > 0 && at < size - 1 && size - 1 >= fewest.besideExtra)
        offer(from, from + size - 1, alike(part, at + 1, text, from + at, cost), 'extra');
      if (at + 1 < size && size >= fewest.found && isSwapped(part, at, text, from + at))
        offer(from, from + size, alike(part, at + 2, text, from + at + 2, cost), 'swapped');
      const here = at < size ? likeness(part.charCodeAt(at), text.charCodeAt(from + at)) : -1;
      if (here < 0 || cost + here > mostUnlike(size)) break;
      cost += here * costs.eachSame;
    }
  }
  return best;
}

function isSwapped(part: string, at: number, text: string, there: number): boolean {
  return (
    part[at] !== part[at + 1] &&
    part.charCodeAt(at) === text.charCodeAt(there + 1) &&
    part.charCodeAt(at + 1) === text.charCodeAt(there)
  );
}

/** What the rest of the part costs if it goes on in the text there; undefined when it does not. */
function alike(part: string, at: number, text: string, there: number, cost: number): number | undefined {
  let total = cost;
  for (let step = 0; at + step < part.length; step++) {
    const here = likeness(part.charCodeAt(at + step), text.charCodeAt(there + step));
    if (here < 0) return undefined;
    total += here * costs.eachSame;
    if (total > mostUnlike(part.length)) return undefined;
  }
  return total;
}
