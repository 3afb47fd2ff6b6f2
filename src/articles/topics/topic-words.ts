import type { Topic, TopicId } from '../../city/city.js';
import { createWordIndex } from '../places/word-index.js';
import { commonWords } from './common-words.js';

/** A word and the topics that it speaks for; a common word speaks for none. */
export interface TopicWord {
  readonly word: string;
  readonly topics: readonly { readonly topic: TopicId; readonly weight: number }[];
}

/** Finds topic words in text. */
export interface TopicIndex {
  /** The longest topic word that begins at this place. */
  wordAt(text: string, at: number): TopicWord | undefined;
  /** The next place, from the given one on, where a word may begin; the text's length where there is none. */
  nextStart(text: string, from: number): number;
}

/** Builds the index of all topics' words, once. */
export function createTopicIndex(topics: readonly Topic[]): TopicIndex {
  const words = new Map<string, { word: string; topics: { topic: TopicId; weight: number }[] }>();
  for (const word of commonWords) words.set(word, { word, topics: [] });
  for (const topic of topics)
    for (const [word, weight] of topic.words) {
      const entry = words.get(word) ?? { word, topics: [] };
      entry.topics.push({ topic: topic.id, weight });
      words.set(word, entry);
    }
  const { longestAt, nextStart } = createWordIndex<TopicWord>(words);
  return { wordAt: longestAt, nextStart };
}
