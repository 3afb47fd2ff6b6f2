import type { TopicId } from '../../city/city.js';
import type { Reason } from '../places/attribute.js';
import type { Where } from '../places/mentions.js';
import type { PlacedText } from '../places/placed-text.js';
import type { TopicIndex } from './topic-words.js';

/** Topics of a story, the main one first, and the words that decided. */
export interface TopicChoice {
  readonly topics: readonly TopicId[];
  readonly reasons: readonly Reason[];
}

const factors: Readonly<Record<Where, number>> = {
  kicker: 1.5,
  headline: 3,
  subheadline: 2,
  lead: 1.6,
  first: 1.3,
  text: 0.7,
};
/** Villages and neighbourhoods are the scene of other topics' stories, too: their words count less. */
const scenes: Partial<Readonly<Record<TopicId, number>>> = { rural: 0.7, community: 0.7 };
/** What stands in quotation marks in a title is mostly a figure of speech: trees with an “身份证”. */
const figurative = 0.4;
const leadLength = 90;
/** A story's topic is settled in its first 4,000 characters. */
const readLength = 4000;

function partsOf(text: PlacedText): readonly (readonly [string, Where])[] {
  const [first = '', ...rest] = text.paragraphs;
  return [
    [text.kicker, 'kicker'],
    [text.headline, 'headline'],
    [text.subheadline, 'subheadline'],
    [first, 'first'],
    ...rest.map((paragraph) => [paragraph, 'text'] as const),
  ];
}

/** Where a title's words in quotation marks stand. */
function isQuoted(title: string, at: number): boolean {
  const open = title.lastIndexOf('“', at);
  return open >= 0 && !title.slice(open, at).includes('”');
}

/** Chooses one to three topics by the words of the city file: heavier in titles and lead, less with every repetition. */
export function chooseTopics(index: TopicIndex, text: PlacedText): TopicChoice {
  const scores = new Map<TopicId, number>();
  const times = new Map<string, number>();
  const reasons: Reason[] = [];
  let read = 0;
  for (const [part, where] of partsOf(text)) {
    if (read > readLength) break;
    const stretch = part.slice(0, readLength);
    read += stretch.length;
    for (let at = 0; at < stretch.length; at += 1) {
      const found = index.wordAt(stretch, at);
      if (found === undefined) continue;
      at += found.word.length - 1;
      const seen = (times.get(found.word) ?? 0) + 1;
      times.set(found.word, seen);
      const place = factors[where === 'first' && at < leadLength ? 'lead' : where];
      const factor = where === 'headline' && isQuoted(stretch, at) ? place * figurative : place;
      for (const { topic, weight } of found.topics) {
        const value = (weight * factor * (scenes[topic] ?? 1)) / seen;
        scores.set(topic, (scores.get(topic) ?? 0) + value);
        if (value >= 0.3)
          reasons.push({ word: found.word, for: topic, weight: Math.round(value * 100) / 100, where });
      }
    }
  }
  const ranked = [...scores].sort(([, one], [, other]) => other - one);
  const best = ranked[0]?.[1] ?? 0;
  const topics = ranked
    .filter(([, score]) => score >= best * 0.55 && score >= 1)
    .slice(0, 3)
    .map(([topic]) => topic);
  return { topics: topics.length > 0 ? topics : ['community'], reasons };
}
