// A set of queries, made with a seed.
import { bare } from './judge.mjs';
import { kinds, nothings, randomOf } from './queries.mjs';

/** @param part `tune` or `held`: other seeds, other headlines, other forms of questions. */
export function makeSet({ indexed, absent }, part, perKind, seed = 20240828) {
  const random = randomOf(seed + (part === 'held' ? 7777 : 0));
  const own = indexed.filter((_, at) => at % 2 === (part === 'held' ? 1 : 0));
  const queries = [];
  for (const [kind, make] of Object.entries(kinds)) {
    const seen = new Set();
    for (let tries = 0; seen.size < perKind && tries < perKind * 40; tries++) {
      const headline = random.pick(own);
      if (headline.length < 8 || headline.length > 40) continue;
      const made = make(headline, random, part);
      if (!made || seen.has(made.q)) continue;
      seen.add(made.q);
      queries.push({ kind, ...made, headline });
    }
  }
  const all = indexed.map(bare);
  for (const [name, make] of Object.entries(nothings)) {
    let made = 0;
    for (let tries = 0; made < perKind / 4 && tries < perKind * 10; tries++) {
      const q = make(indexed, random, absent);
      if (!q) continue;
      const words = q.split(/\s+/).map(bare).filter(Boolean);
      if (all.some((text) => words.every((word) => text.includes(word)))) continue;
      queries.push({ kind: name === 'absent' ? 'absent' : 'nothing', q, headline: undefined, name });
      made++;
    }
  }
  return queries;
}
