import type { City } from '../../city/city.js';
import type { Directory, Lookup, Subject } from '../../city/directory.js';
import type { Finder } from './find.js';
import { foldText } from './fold.js';
import type { Query } from './query/parse-query.js';
import { exactStage } from './query/stages.js';
import { weighWords } from './question/weigh-words.js';

const mostSuggestions = 3;
const mostTried = 3;
/** Looking up what a name may have been meant for takes some milliseconds: it is done where nothing better is known. */
const longestName = 8;

/** The nearest wishes to a query that found nothing: pieces of it that are there, and districts or topics that it nearly names. */
export async function suggest(
  finder: Finder,
  query: Query,
  { city, directory }: { readonly city: City; readonly directory: Directory },
): Promise<string[]> {
  const { parts } = query;
  if (parts.length === 0) return [];
  const pieces = parts.length > 1 ? [...withoutOne(parts), ...parts] : await wordsOf(finder, parts);
  const suggestions = new Set<string>();
  for (const piece of pieces.filter((each) => each !== parts.join(' ')).slice(0, mostTried)) {
    if (suggestions.size >= mostSuggestions || performance.now() > finder.deadline) break;
    if (await isThere(finder, query, piece.split(' '))) suggestions.add(piece);
  }
  for (const part of parts.filter(({ length }) => length <= longestName)) {
    if (suggestions.size > 0) break;
    for (const name of namesOf(directory.find(part), city)) suggestions.add(name);
  }
  return [...suggestions].slice(0, mostSuggestions);
}

function withoutOne(parts: readonly string[]): string[] {
  return parts.map((_, left) => parts.filter((__, at) => at !== left).join(' '));
}

async function wordsOf(finder: Finder, parts: readonly string[]): Promise<string[]> {
  const { wanted } = weighWords(parts, await finder.lexicon());
  return wanted.map(({ word }) => word).filter((word) => word.length > 1);
}

async function isThere(finder: Finder, query: Query, parts: readonly string[]): Promise<boolean> {
  const { expression, verify } = exactStage({ parts, names: query.names });
  if (expression === undefined) return false;
  const { headlines } = await finder.lookUp(expression, query);
  return headlines.some(({ headline, labels }) => verify(foldText(headline), labels) !== undefined);
}

function namesOf(lookup: Lookup, city: City): string[] {
  const name = (subject: Subject) =>
    subject.kind === 'district'
      ? [subject.name]
      : city.topics.filter(({ id }) => id === subject.id).map((topic) => topic.name.zh);
  switch (lookup.kind) {
    case 'found':
      return name(lookup.subject);
    case 'choices':
      return lookup.choices.flatMap(name);
    case 'unknown':
      return lookup.nearest.flatMap(name);
  }
}
