import type { Wish } from './weigh-words.js';

/**
 * The words that a question is about, in their order; undefined for a list of words, of which all are.
 * @param parts as typed, between spaces and punctuation.
 */
export function gistOf(parts: readonly string[], { wanted, enough }: Wish): string | undefined {
  if (enough === 1) return undefined;
  const text = parts.join('');
  const meant = wanted.filter(({ isAsking, isThing, isName }) => !isAsking && (isThing || isName));
  const words = meant.map(({ word }) => word).sort((one, other) => text.indexOf(one) - text.indexOf(other));
  return words.length === 0 ? undefined : words.join(' ');
}
