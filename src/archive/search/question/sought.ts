import type { Match } from '../match/match.js';
import { matchLiteral } from '../match/match-literal.js';
import { any, type Expression, literal, one } from '../query/expressions.js';
import type { Name, Names } from '../query/names.js';
import { byLabel } from '../query/stages.js';
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
export const lookUp = ({ word, name }: Sought): Expression =>
  name === undefined ? literal(word) : any([literal(word), one(name.token)]);
