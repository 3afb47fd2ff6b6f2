import type { Finder } from './find.js';
import { foldText } from './fold.js';
import { any } from './query/expressions.js';
import { nearestNames } from './query/nearest-names.js';
import type { Query } from './query/parse-query.js';
import { exactStage } from './query/stages.js';

const mostSuggestions = 3;
const mostTried = 4;

/** The nearest wishes to a query that found nothing: pieces of it that are there, and districts or topics that it nearly names. */
export async function suggest(finder: Finder, query: Query): Promise<string[]> {
  const { parts } = query;
  if (parts.length === 0) return [];
  const pieces = parts.length > 1 ? [...withoutOne(parts), ...parts] : await wordsOf(finder);
  const tried = pieces.filter((each) => each !== parts.join(' ')).slice(0, mostTried);
  const suggestions = new Set(await thoseThere(finder, query, tried));
  for (const part of suggestions.size > 0 ? [] : parts)
    for (const name of nearestNames(part, finder.names)) suggestions.add(name);
  return [...suggestions].slice(0, mostSuggestions);
}

function withoutOne(parts: readonly string[]): string[] {
  return parts.map((_, left) => parts.filter((__, at) => at !== left).join(' '));
}

async function wordsOf(finder: Finder): Promise<string[]> {
  const { wish } = await finder.knowledge();
  return wish.wanted.map(({ word }) => word).filter((word) => word.length > 1);
}

/** Which of the pieces are in a headline, all looked up at once. */
async function thoseThere(finder: Finder, query: Query, pieces: readonly string[]): Promise<string[]> {
  const stages = pieces.map((piece) => exactStage({ parts: piece.split(' '), names: query.names }));
  const expression = any(stages.map((stage) => stage.expression));
  if (expression === undefined || performance.now() > finder.deadline) return [];
  const { headlines } = await finder.lookUp(expression, query);
  const texts = headlines.map(({ headline, labels }) => [foldText(headline), labels] as const);
  return pieces.filter((_, at) =>
    texts.some(([text, labels]) => stages[at]?.verify(text, labels) !== undefined),
  );
}
