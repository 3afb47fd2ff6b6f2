import type { Match } from '../match/match.js';
import { matchLiteral } from '../match/match-literal.js';
import { all, any, type Expression, literal, one, sound } from '../query/expressions.js';
import type { Name, Names } from '../query/names.js';
import { byLabel } from '../query/stage.js';
import { isLatin } from '../tokens.js';
import type { Wanted } from './weigh-words.js';

/** A word of a question that is looked for. One that names a district or topic is found in what an article is about, too. */
export interface Sought extends Wanted {
  readonly name: Name | undefined;
  find(text: string, labels: string): Match | undefined;
}

/** Makes a word one to be looked for. */
export function seek(wanted: Wanted, names: Names): Sought {
  const name = names.get(wanted.word);
  return {
    ...wanted,
    name,
    find: (text, labels) => matchLiteral(wanted.word, text) ?? byLabel(name, labels),
  };
}

/** What may hold it. */
export const lookUp = (sought: Sought): Expression => lookUpBy(literal, sought);

/** What may hold all of several: so few do that what only sounds like a word need not be kept out. */
export function lookUpAll(list: readonly Sought[]): Expression {
  return list.length === 1 ? all(list.map(lookUp)) : all(list.map((each) => lookUpBy(soundOf, each)));
}

const soundOf = (word: string) => (isLatin(word) ? literal(word) : sound(word));

function lookUpBy(look: (word: string) => Expression, { word, name }: Sought): Expression {
  return name === undefined ? look(word) : any([look(word), one(name.token)]);
}

/** What may hold any two of several. */
export function anyTwo(list: readonly Sought[]): Expression {
  return any(list.flatMap((one, at) => list.slice(at + 1).map((other) => lookUpAll([one, other]))));
}
