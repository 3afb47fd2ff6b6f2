import { byScript, type Query } from '../query/parse-query.js';
import { isLatin } from '../tokens.js';
import { enoughOf, isAskedWith, isAsking } from './asking.js';
import { isOfAsking, isSide } from './asking-words.js';
import { joinNames } from './join-names.js';
import type { Lexicon, Word } from './lexicon.js';

/** A word that a question is about. */
export interface Wanted {
  readonly word: string;
  /** How much it tells: by its part of speech and how rare it is. */
  readonly weight: number;
  /** log2 of its frequency in the dictionary's corpus. */
  readonly frequency: number;
  /** Known to no dictionary: nothing without it can be an answer. */
  readonly isName: boolean;
  /** With words like it people ask for news of any kind: it need not be there. */
  readonly isAsking: boolean;
  /** A word that stands for something: of several of them few may be missing, however little it weighs. */
  readonly isThing: boolean;
}

/** What of a query tells what it is about. */
export type Asked = Pick<Query, 'parts' | 'isSentence'>;

/** What a query is about. */
export interface Wish {
  /** The most telling first. */
  readonly wanted: readonly Wanted[];
  /** How much of the weight must be found, 0 to 1: some words of a question belong to the asking; of a list all are meant. */
  readonly enough: number;
  /** Whether the dictionary has all of it as words of two and more characters. */
  readonly isOfWords: boolean;
}

/** What a part of speech tells of the thing that is asked for; those that are not listed (pronouns, particles, prepositions) nothing. */
const told: Readonly<Record<string, number>> = {
  n: 1,
  j: 1,
  i: 0.9,
  l: 0.8,
  b: 0.8,
  v: 0.45,
  a: 0.6,
  t: 0.5,
  s: 0.5,
  z: 0.4,
  m: 0.4,
  f: 0.2,
  q: 0.15,
  d: 0.1,
};
/** log2 of the uses of a word that tells nothing. */
const rarest = 22;
/** Fewer than so many uses (log2) make a character rare, the mark of a name. */
const rareCharacter = 9;
const commonShare = 0.4;
/** Words after a joint at the end of a sentence (的情况, 什么时候) and after a pronoun belong to the asking more often than not. */
const askingShare = 0.5;
/** So do the words with which people ask for news. */
const aboutShare = 0.2;
const mostWords = 12;

/** Cuts the parts of a query into words and weighs them; function words are left out. */
export function weighWords({ parts, isSentence }: Asked, lexicon: Lexicon): Wish {
  const cut = parts.flatMap(byScript).map((run) => (isLatin(run) ? latin(run) : lexicon.cut(run)));
  const enough = enoughOf(cut.flat(), parts, isSentence);
  const words = cut.flatMap((run) => joinNames(run, enough < 1));
  const belongsToAsking = enough < 1 ? isSide : isOfAsking;
  const weights = words.map((word) => weightOf(word, belongsToAsking));
  const last = weights.findLastIndex((weight) => weight > 0);
  const weighed = new Map<string, number>();
  words.forEach((word, at) => {
    const isAsked = enough < 1 && isAskedWith(words[at - 1], words[at + 1], at === last);
    const weight = (weights[at] ?? 0) * (isAsked ? askingShare : 1);
    if (weight > 0) weighed.set(word.word, Math.max(weight, weighed.get(word.word) ?? 0));
  });
  const wanted = [...weighed].map(([word, weight]) => ({
    word,
    weight,
    frequency: words.find((each) => each.word === word)?.frequency ?? 0,
    isName: isName(word, words),
    isAsking: belongsToAsking(word),
    isThing: !belongsToAsking(word) && words.some((each) => each.word === word && isThing(each)),
  }));
  wanted.sort((one, other) => other.weight - one.weight);
  const isOfWords = cut.flat().every(({ word }) => word.length > 1);
  return { wanted: wanted.slice(0, mostWords), enough, isOfWords };
}

const isName = (text: string, words: readonly Word[]) =>
  words.some((each) => each.word === text && (each.speech === '' || (text.length === 1 && isRare(each))));

/** Parts of speech of words that stand for something. */
const things = 'nvaijlbz';

const isThing = ({ word, speech }: Word) => word.length > 1 && (speech === '' || things.includes(speech));

const latin = (word: string): Word[] => [{ word, speech: 'n', frequency: 4 }];

const isRare = ({ frequency }: Word) => frequency < rareCharacter;

function weightOf({ word, speech, frequency }: Word, belongsToAsking: (word: string) => boolean): number {
  if (isAsking({ word, speech })) return 0;
  const rarity = Math.max(1, rarest - frequency) ** 2 * (belongsToAsking(word) ? aboutShare : 1);
  if (word.length > 1) return rarity * (speech === '' ? 1 : (told[speech] ?? 0));
  // One common character tells little: a verb or a classifier of the asking, seldom the thing itself. A rare one is of a name.
  return frequency < rareCharacter ? rarity : rarity * (told[speech] ?? 0) * commonShare;
}
