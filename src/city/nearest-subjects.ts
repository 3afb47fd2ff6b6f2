import type { Subject } from './directory.js';
import type { NameIndex } from './name-index.js';

const mostNearest = 4;

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text];
  const singles = /\p{Script=Han}/u.test(text) ? characters : [];
  return new Set([
    ...singles,
    ...characters.slice(1).map((character, at) => `${characters[at]}${character}`),
  ]);
}

/** How alike two sets are, 0 to 1 (Dice's coefficient). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const part of a) if (b.has(part)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** The subjects whose names share most with what was typed; none where little is shared. */
export function nearestSubjects(index: NameIndex, typed: string): readonly Subject[] {
  const typedPairs = pairsOf(typed);
  const best = new Map<Subject, number>();
  for (const [name, subjects] of index.written) {
    const isInside = name.length > 1 && typed.includes(name);
    const score = isInside ? 1 : likeness(typedPairs, pairsOf(name));
    for (const subject of subjects) if (score > (best.get(subject) ?? 0.4)) best.set(subject, score);
  }
  const ranked = [...best].sort(([, a], [, b]) => b - a);
  return ranked.slice(0, mostNearest).map(([subject]) => subject);
}
