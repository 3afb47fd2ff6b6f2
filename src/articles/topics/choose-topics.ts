import type { TopicId } from '../../city/city.js';
import type { Attribution, Stretch } from '../places/attribute.js';
import { type PlacedText, partsOf } from '../places/placed-text.js';
import type { Reason } from '../places/scores.js';
import { opensOtherName } from './other-names.js';
import { standingFactor } from './standing.js';
import type { TopicIndex } from './topic-words.js';
import { claimForVillage } from './village-scene.js';

/** Topics of a story, the main one first, and the words that decided. */
export interface TopicChoice {
  readonly topics: readonly TopicId[];
  readonly reasons: readonly Reason[];
}

/** Villages, neighbourhoods and holidays are the scene of other topics' stories, too: their words count less. */
const scales: Partial<Readonly<Record<TopicId, number>>> = { rural: 0.7, community: 0.7, culture: 0.85 };
/** A story whose words say hardly anything is one of neighbours. */
const silent: readonly [TopicId, number] = ['community', 1.2];
/** A story's topic is settled in its first 4,000 characters. */
const readLength = 4000;

/** What stands behind the last name. */
const noName: Stretch = { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/**
 * Chooses one to three topics by the words of the city file: heavier in titles, less as a mere scene and with every
 * repetition, not at all inside the names of places.
 */
export function chooseTopics(index: TopicIndex, story: PlacedText, names: Attribution['names']): TopicChoice {
  const scores = new Map<TopicId, number>([silent]);
  const times = new Map<string, number>();
  const reasons: Reason[] = [];
  let next = 0;
  let name = names[next] ?? noName;
  for (const { text, where, from } of partsOf(story, readLength)) {
    for (let at = index.nextStart(text, 0); at < text.length; at = index.nextStart(text, at + 1)) {
      const found = index.wordAt(text, at);
      if (found === undefined) continue;
      while (name.to <= from + at) name = names[++next] ?? noName;
      if (name.from <= from + at) continue;
      const start = at;
      at += found.word.length - 1;
      if (opensOtherName(text, at + 1)) continue;
      const factor = standingFactor(text, where, start, at + 1);
      const seen = (times.get(found.word) ?? 0) + 1;
      times.set(found.word, seen);
      for (const { topic, weight } of found.topics) {
        const value = (weight * factor * (scales[topic] ?? 1)) / Math.sqrt(seen);
        scores.set(topic, (scores.get(topic) ?? 0) + value);
        if (value >= 0.3)
          reasons.push({ word: found.word, for: topic, weight: Math.round(value * 100) / 100, where });
      }
    }
  }
  const shared = claimForVillage(scores, reasons);
  return { topics: rankedTopics(scores), reasons: shared };
}

/** The best topic and those that come near it. */
function rankedTopics(scores: ReadonlyMap<TopicId, number>): readonly TopicId[] {
  const ranked = [...scores].sort(([, one], [, other]) => other - one);
  const best = ranked[0]?.[1] ?? 0;
  const near = ranked.filter(([, score]) => score >= best * 0.55 && score >= 1);
  return near.slice(0, 3).map(([topic]) => topic);
}
