import type { Mention } from './mentions.js';
import type { Where } from './placed-text.js';

/** A word that spoke for a district or topic. */
export interface Reason {
  readonly word: string;
  /** The district's name or the topic's id. */
  readonly for: string;
  readonly weight: number;
  /** `page`: in the page's head, which spoke where the story did not. */
  readonly where: Where | 'page';
}

/** What has been counted for a district. */
export interface Score {
  total: number;
  head: number;
  count: number;
  first: number;
  firmness: number;
}

const factors: Readonly<Record<Where, number>> = {
  kicker: 6,
  headline: 4,
  subheadline: 2,
  lead: 3,
  first: 1.6,
  text: 0.8,
};

/** Counts a mention for a district: in the text less with every repetition. */
export function addTo(
  scores: Map<string, Score>,
  district: string,
  mention: Mention,
  weight: number,
  seen: Map<string, number>,
): Reason {
  const key = `${district} ${mention.word}`;
  const times = (seen.get(key) ?? 0) + 1;
  seen.set(key, times);
  const value =
    (weight * factors[mention.where]) / (mention.where === 'text' || mention.where === 'first' ? times : 1);
  const score = scores.get(district) ?? { total: 0, head: 0, count: 0, first: mention.at, firmness: 0 };
  score.total += value;
  if (mention.where !== 'text') score.head += value;
  score.count += weight >= 1 ? 1 : 0;
  score.firmness = Math.max(score.firmness, weight);
  scores.set(district, score);
  return { word: mention.word, for: district, weight: Math.round(value * 100) / 100, where: mention.where };
}

/** A name of a district or place, or a short name both in a title and in the lead: 港区 alone may be any. */
export function isFirm({ firmness, head }: Score): boolean {
  return firmness >= 0.6 || head >= 1.7;
}
