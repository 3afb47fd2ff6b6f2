import { byScript } from '../query/parse-query.js';
import { isLatin } from '../tokens.js';
import type { Lexicon, Word } from './lexicon.js';

/** A word that a question is about. */
export interface Wanted {
  readonly word: string;
  /** How much it tells: by its part of speech and how rare it is. */
  readonly weight: number;
  /** Whether nothing without it can be an answer. */
  readonly isNeeded: boolean;
}

/** What a part of speech tells of the thing that is asked for; those that are not listed (pronouns, particles, prepositions) nothing. */
const told: Readonly<Record<string, number>> = {
  n: 1,
  j: 1,
  i: 0.9,
  l: 0.8,
  b: 0.8,
  v: 0.6,
  a: 0.6,
  t: 0.5,
  s: 0.5,
  z: 0.4,
  m: 0.4,
  f: 0.2,
  q: 0.15,
  d: 0.1,
};
/** Parts of speech that make a sentence of words: with one of them it is a question, without them a list. */
const joints = 'ryupcd';
const rarest = 22;
const unknownWeight = 1;
/** In a sentence, a word that tells less than this share of the most telling one may be part of the asking. */
const neededShare = 0.5;
const mostWords = 10;

/** Cuts the parts of a query into words and weighs them; function words are left out. */
export function weighWords(parts: readonly string[], lexicon: Lexicon): readonly Wanted[] {
  const words = parts
    .flatMap(byScript)
    .flatMap((run) => (isLatin(run) ? latin(run) : joinUnknown(lexicon.cut(run))));
  const isSentence = words.some(({ speech }) => speech !== '' && joints.includes(speech));
  const weighed = new Map(words.map((word) => [word.word, weightOf(word)]));
  const most = Math.max(...weighed.values());
  return [...weighed]
    .filter(([, weight]) => weight > 0)
    .map(([word, weight]) => ({ word, weight, isNeeded: !isSentence || weight >= most * neededShare }))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, mostWords);
}

const latin = (word: string): Word[] => [{ word, speech: 'n', frequency: 4 }];

/** Characters that no word has taken are a name together. */
function joinUnknown(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (word.speech === '' && last?.speech === '')
      joined[joined.length - 1] = { ...last, word: last.word + word.word };
    else joined.push(word);
  }
  return joined;
}

function weightOf({ word, speech, frequency }: Word): number {
  const rarity = Math.max(1, rarest - frequency);
  const share = speech === '' ? unknownWeight : (told[speech] ?? 0);
  // One character of Chinese tells little: a verb or a classifier of the asking, seldom the thing itself.
  return rarity * share * (word.length === 1 ? 0.4 : 1);
}
