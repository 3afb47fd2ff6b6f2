import { byScript } from '../query/parse-query.js';
import { isLatin } from '../tokens.js';
import type { Lexicon, Word } from './lexicon.js';

/** A word that a question is about. */
export interface Wanted {
  readonly word: string;
  /** How much it tells: by its part of speech and how rare it is. */
  readonly weight: number;
}

/** What a query is about. */
export interface Wish {
  /** The most telling first. */
  readonly wanted: readonly Wanted[];
  /** How much of the weight must be found, 0 to 1: some words of a question belong to the asking; of a list all are meant. */
  readonly enough: number;
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
/** Parts of speech that make a sentence of words: with one of them it is a question, without them a list. */
const joints = 'ryupc';
/** Those that make it a question for certain: pronouns (什么, 哪里) and the particles of asking (吗, 呢). */
const askers = 'ry';
const rarest = 22;
const unknownWeight = 1;
const commonCharacter = 9;
const commonShare = 0.4;
/** Words after a joint at the end of a sentence (的情况, 什么时候) and after a pronoun belong to the asking more often than not. */
const askingShare = 0.5;
const mostWords = 10;

/** Cuts the parts of a query into words and weighs them; function words are left out. */
export function weighWords(parts: readonly string[], lexicon: Lexicon): Wish {
  const words = parts
    .flatMap(byScript)
    .flatMap((run) => (isLatin(run) ? latin(run) : joinUnknown(lexicon.cut(run))));
  const isSentence = words.some(isJoint);
  const weights = words.map((word) => weightOf(word));
  const last = weights.findLastIndex((weight) => weight > 0);
  const weighed = new Map<string, number>();
  words.forEach((word, at) => {
    const isAsking = isSentence && isAskedWith(words[at - 1], at === last);
    const weight = (weights[at] ?? 0) * (isAsking ? askingShare : 1);
    if (weight > 0) weighed.set(word.word, Math.max(weight, weighed.get(word.word) ?? 0));
  });
  const wanted = [...weighed].map(([word, weight]) => ({ word, weight }));
  wanted.sort((one, other) => other.weight - one.weight);
  return { wanted: wanted.slice(0, mostWords), enough: enoughOf(words) };
}

const ofQuestion = 0.55;
const ofSentence = 0.62;

function enoughOf(words: readonly Word[]): number {
  if (words.some(({ speech }) => speech !== '' && askers.includes(speech))) return ofQuestion;
  return words.some(isJoint) ? ofSentence : 1;
}

const isJoint = ({ speech }: Word) => speech !== '' && joints.includes(speech);

function isAskedWith(before: Word | undefined, isLast: boolean): boolean {
  if (before === undefined) return false;
  return (
    before.speech === 'r' || (isLast && (isJoint(before) || before.speech === 'q' || before.speech === 'm'))
  );
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
  if (word.length > 1) return rarity * (speech === '' ? unknownWeight : (told[speech] ?? 0));
  // One common character tells little: a verb or a classifier of the asking, seldom the thing itself. A rare one is of a name.
  return frequency < commonCharacter ? rarity : rarity * (told[speech] ?? 0) * commonShare;
}
