import { byScript } from '../query/parse-query.js';
import { isLatin } from '../tokens.js';
import { isOfAsking } from './asking-words.js';
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
/** The characters that ask, wherever they stand in a word (几点, 如何), and a verb with its own denial (有没有, 是不是). */
const asking = /[何谁哪怎几啥吗呢]|什么|多少|是否|(.)[不没]\1/u;
const rarest = 22;
/** Fewer than so many uses (log2) make a character rare, the mark of a name; more make it part of the grammar. */
const rareCharacter = 9;
const grammarCharacter = 14;
const commonShare = 0.4;
/** Words after a joint at the end of a sentence (的情况, 什么时候) and after a pronoun belong to the asking more often than not. */
const askingShare = 0.5;
/** So do the words with which people ask for news. */
const aboutShare = 0.2;
const mostWords = 12;
/** More words than this with spaces between are a sentence with punctuation. */
const longestList = 5;
const ofQuestion = 0.62;
const ofSentence = 0.75;

/** Cuts the parts of a query into words and weighs them; function words are left out. */
export function weighWords(parts: readonly string[], lexicon: Lexicon): Wish {
  const cut = parts.flatMap(byScript).map((run) => (isLatin(run) ? latin(run) : lexicon.cut(run)));
  const enough = enoughOf(cut.flat(), parts.length > 1);
  const words = cut.flatMap((run) =>
    joinNames(run, enough < 1 ? grammarCharacter : Number.POSITIVE_INFINITY),
  );
  const weights = words.map((word) => weightOf(word));
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
    isAsking: isOfAsking(word),
    isThing: words.some((each) => each.word === word && isThing(each)),
  }));
  wanted.sort((one, other) => other.weight - one.weight);
  return { wanted: wanted.slice(0, mostWords), enough };
}

const isName = (text: string, words: readonly Word[]) =>
  words.some((each) => each.word === text && (each.speech === '' || (text.length === 1 && isRare(each))));

const things = 'nvaijlbz';

const isThing = ({ word, speech }: Word) =>
  word.length > 1 && (speech === '' || things.includes(speech)) && !isOfAsking(word);

/** @param isSpaced typed with spaces: a list, unless something asks. */
function enoughOf(words: readonly Word[], isSpaced: boolean): number {
  if (words.some(isAsking)) return ofQuestion;
  if (isSpaced && words.length <= longestList) return 1;
  if (words.some(({ speech }) => speech !== '' && askers.includes(speech))) return ofQuestion;
  return words.some((word) => isJoint(word) || isOfAsking(word.word)) ? ofSentence : 1;
}

/** Names may have such a character too: 哪吒, 何洁. */
const isAsking = ({ word, speech }: Pick<Word, 'word' | 'speech'>) =>
  asking.test(word) && !(word.length > 1 && speech === 'n');

const isJoint = ({ speech }: Word) => speech !== '' && joints.includes(speech);

function isAskedWith(before: Word | undefined, after: Word | undefined, isLast: boolean): boolean {
  if (after?.speech === 'r' && before?.speech !== 'n') return true;
  if (before === undefined) return false;
  if (before.speech === 'r' || isAsking(before)) return true;
  return isLast && (isJoint(before) || before.speech === 'q' || before.speech === 'm');
}

const latin = (word: string): Word[] => [{ word, speech: 'n', frequency: 4 }];

/** Neighbouring characters that no word has taken, rarer than given, are a name together. */
function joinNames(words: readonly Word[], frequency: number): Word[] {
  const joined: Word[] = [];
  let run: Word[] = [];
  const end = () => {
    if (run.length > 1) joined.push({ word: run.map(({ word }) => word).join(''), speech: '', frequency: 0 });
    else joined.push(...run);
    run = [];
  };
  for (const word of words) {
    if (isOfName(word, frequency)) run.push(word);
    else {
      end();
      joined.push(word);
    }
  }
  end();
  return joined;
}

const isRare = ({ frequency }: Word) => frequency < rareCharacter;

function isOfName(word: Word, frequency: number): boolean {
  return (
    word.word.length === 1 &&
    word.frequency < frequency &&
    !isJoint(word) &&
    !isAsking(word) &&
    !isOfAsking(word.word)
  );
}

function weightOf({ word, speech, frequency }: Word): number {
  if (isAsking({ word, speech })) return 0;
  const rarity = Math.max(1, rarest - frequency) ** 2 * (isOfAsking(word) ? aboutShare : 1);
  if (word.length > 1) return rarity * (speech === '' ? 1 : (told[speech] ?? 0));
  // One common character tells little: a verb or a classifier of the asking, seldom the thing itself. A rare one is of a name.
  return frequency < rareCharacter ? rarity : rarity * (told[speech] ?? 0) * commonShare;
}
