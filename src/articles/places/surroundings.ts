import type { GazetteerName } from './gazetteer.js';
import type { Mention } from './mentions.js';

/** A place inside a district, as against the district itself. */
export const isPlace = ({ kind }: GazetteerName) => kind === 'place' || kind === 'landmark';

/** What a story names besides districts of this city. */
export interface Surroundings {
  readonly hasCity: boolean;
  readonly elsewhere: number;
  /** Nothing of this city is named, and another one in the head, or as often as weighs what may be places of this city. */
  readonly isAway: boolean;
  /** Another city is named in a title or the lead before any district of this one. */
  readonly opensElsewhere: boolean;
}

/** Finds out whether a story plays in this city at all. */
export function surroundingsOf(mentions: readonly Mention[]): Surroundings {
  const isHead = ({ where }: Mention) => where !== 'text' && where !== 'first';
  const firm = mentions.filter(({ entry, isForeign }) => entry.kind === 'district' && !isForeign);
  const away = mentions.filter(({ entry }) => entry.kind === 'elsewhere');
  const headFirm = firm.find(isHead)?.at ?? Number.POSITIVE_INFINITY;
  const headAway = away.find(isHead)?.at ?? Number.POSITIVE_INFINITY;
  const hasCity = mentions.some(({ entry }) => entry.kind === 'city');
  const own = mentions.filter(({ entry }) => isPlace(entry) && entry.districts.length === 1);
  const spoken = own.reduce((sum, { entry }) => sum + entry.weight, 0);
  const opensElsewhere = headAway < headFirm;
  const outweighs = opensElsewhere ? spoken < 2 * away.length : away.length > 0 && away.length >= spoken;
  return {
    elsewhere: away.length,
    hasCity,
    isAway: !hasCity && firm.length === 0 && outweighs,
    opensElsewhere,
  };
}

/** A police station is as good as a village. */
const ofBody = 1;

/** A person's home is seldom where the story plays. */
const ofOrigin = 0.3;

/** What a mention counts before its place in the story: nothing where it may be another city's, or only a word. */
export function weightOf(mention: Mention, around: Surroundings): number {
  return weightByKind(mention, around) * (mention.isOrigin ? ofOrigin : 1);
}

function weightByKind({ entry, isForeign, isInstitution }: Mention, around: Surroundings): number {
  if (isForeign) return 0;
  switch (entry.kind) {
    case 'district':
      return entry.weight;
    case 'generic':
    case 'place':
    case 'landmark':
      return around.isAway ? 0 : entry.weight;
    case 'road':
      if (around.elsewhere > 0 && !around.hasCity) return 0;
      return isInstitution ? ofBody : entry.weight;
    case 'stem':
      if (around.isAway) return 0;
      return isInstitution ? 2.6 : 0.25;
    case 'city':
    case 'elsewhere':
    case 'lookalike':
      return 0;
  }
}
