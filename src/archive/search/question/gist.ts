import type { Lexicon } from './lexicon.js';
import { type Asked, weighWords } from './weigh-words.js';

/** The words that a question is about, in their order; undefined for a list of words, of which all are. */
export function gistOf(query: Asked, lexicon: Lexicon): string | undefined {
  const { wanted, enough } = weighWords(query, lexicon);
  if (enough === 1) return undefined;
  const text = query.parts.join('');
  const meant = wanted.filter(({ isAsking, isThing, isName }) => !isAsking && (isThing || isName));
  const words = meant.map(({ word }) => word).sort((one, other) => text.indexOf(one) - text.indexOf(other));
  return words.length === 0 ? undefined : words.join(' ');
}
