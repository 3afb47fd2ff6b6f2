import { likeness } from '../sounds.js';
import { costs, type Match } from './match.js';

/**
 * Finds a part by its sound: at least half of the characters the same, the others read the same; or, if one is read only nearly
 * so, no more than that one of four.
 */
export function matchSound(part: string, text: string): Match | undefined {
  let best: Match | undefined;
  for (let from = 0; from + part.length <= text.length; from++) {
    const cost = soundCost(part, text, from);
    if (cost !== undefined && (best === undefined || cost < best.cost))
      best = { from, to: from + part.length, cost };
  }
  return best;
}

function soundCost(part: string, text: string, from: number): number | undefined {
  let cost: number = costs.sameSound;
  let literal = 0;
  let isNear = false;
  for (let at = 0; at < part.length; at++) {
    const alike = likeness(part.charCodeAt(at), text.charCodeAt(from + at));
    if (alike < 0) return undefined;
    if (alike === 0) literal++;
    if (alike === 2) isNear = true;
    cost += alike === 1 ? costs.eachSame : alike === 2 ? costs.eachNear : 0;
  }
  if (literal === part.length) return costs.literal;
  const mostOthers = isNear ? Math.max(1, part.length >> 2) : part.length >> 1;
  return part.length - literal <= mostOthers ? cost : undefined;
}
