import type { TopicId } from '../../city/city.js';
import type { Reason } from '../places/scores.js';

/** Words of villages that sum up to this make a story one of a village. */
const villageScore = 4;
/** How much of what speaks for building and traffic is then the village's. */
const share = 0.4;

/** Lets a village's story have its share of roads, lamps and water pipes: what a town's paper calls building is village life there. */
export function claimForVillage(scores: Map<TopicId, number>, reasons: readonly Reason[]): readonly Reason[] {
  const rural = scores.get('rural') ?? 0;
  const city = scores.get('city') ?? 0;
  if (rural < villageScore || city === 0) return reasons;
  scores.set('rural', rural + city * share).set('city', city * (1 - share));
  return reasons.flatMap((reason) =>
    reason.for === 'city' ? [part(reason, 'city', 1 - share), part(reason, 'rural', share)] : [reason],
  );
}

function part(reason: Reason, topic: TopicId, factor: number): Reason {
  return { ...reason, for: topic, weight: Math.round(reason.weight * factor * 100) / 100 };
}
