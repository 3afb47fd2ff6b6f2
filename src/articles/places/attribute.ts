import { isCityWide, type Score } from './city-wide.js';
import type { Gazetteer, GazetteerName } from './gazetteer.js';
import { type Mention, mentionsIn } from './mentions.js';
import { type PlacedText, partsOf, type Where } from './placed-text.js';

/** A word that spoke for a district or topic. */
export interface Reason {
  readonly word: string;
  /** The district's name or the topic's id. */
  readonly for: string;
  readonly weight: number;
  /** `page`: in the page's head, which spoke where the story did not. */
  readonly where: Where | 'page';
}

/** Districts of a story, the primary first, and the words that decided. */
export interface Attribution {
  readonly districts: readonly string[];
  readonly reasons: readonly Reason[];
  /** The story speaks of the whole city or of another place, so that no district is missing. */
  readonly isElsewhere: boolean;
  /** Where districts, sub-districts and villages are named, in the order of reading: words inside say nothing of the topic. */
  readonly names: readonly Stretch[];
}

/** A stretch of a story, in the order of reading. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const factors: Readonly<Record<Where, number>> = {
  kicker: 6,
  headline: 4,
  subheadline: 2,
  lead: 3,
  first: 1.6,
  text: 0.8,
};
const leadLength = 60;
/** A story of 10,000 characters has said where it plays. */
const readLength = 10_000;

/** What stands early in the first paragraph stands in the lead. */
function inLead(mention: Mention, start: number): Mention {
  return mention.at - start < leadLength ? { ...mention, where: 'lead' } : mention;
}

function allMentions(gazetteer: Gazetteer, story: PlacedText): readonly Mention[] {
  return partsOf(story, readLength).flatMap(({ text, where, from }) => {
    const mentions = mentionsIn(gazetteer, text, where, from);
    return where === 'first' ? mentions.map((mention) => inLead(mention, from)) : mentions;
  });
}

/** What a village's name ends with is a word of its own: 社区, or the beginning of 社区食堂. */
const placeEnding = 2;

/** A landmark may tell the topic (a museum), a village's name does not. */
function nameStretches(mentions: readonly Mention[]): readonly Stretch[] {
  return mentions
    .filter(({ entry: { kind } }) => kind === 'district' || kind === 'generic' || kind === 'place')
    .map(({ at, word, entry: { kind } }) => ({
      from: at,
      to: at + word.length - (kind === 'place' ? placeEnding : 0),
    }));
}

const isPlace = ({ kind }: GazetteerName) => kind === 'place' || kind === 'landmark';

interface Surroundings {
  readonly hasCity: boolean;
  readonly elsewhere: number;
  /** Nothing of this city is named, and another one in the head, or as often as weighs what may be places of this city. */
  readonly isAway: boolean;
  /** Another city is named in a title or the lead before any district of this one. */
  readonly opensElsewhere: boolean;
}

function surroundingsOf(mentions: readonly Mention[]): Surroundings {
  const isHead = ({ where }: Mention) => where !== 'text' && where !== 'first';
  const firm = mentions.filter(({ entry, isForeign }) => entry.kind === 'district' && !isForeign);
  const away = mentions.filter(({ entry }) => entry.kind === 'elsewhere');
  const headFirm = firm.find(isHead)?.at ?? Number.POSITIVE_INFINITY;
  const headAway = away.find(isHead)?.at ?? Number.POSITIVE_INFINITY;
  const hasCity = mentions.some(({ entry }) => entry.kind === 'city');
  const own = mentions.filter(({ entry }) => isPlace(entry) && entry.districts.length === 1);
  const spoken = own.reduce((sum, { entry }) => sum + entry.weight, 0);
  const opensElsewhere = headAway < headFirm;
  const outweighs = opensElsewhere || (away.length > 0 && away.length >= spoken);
  return {
    elsewhere: away.length,
    hasCity,
    isAway: !hasCity && firm.length === 0 && outweighs,
    opensElsewhere,
  };
}

/** What a mention counts before its place in the story: nothing where it may be another city's, or only a word. */
function weightOf(mention: Mention, around: Surroundings): number {
  const { entry, isForeign, isInstitution } = mention;
  if (isForeign) return 0;
  switch (entry.kind) {
    case 'district':
      return entry.weight;
    case 'generic':
    case 'place':
    case 'landmark':
      return around.isAway ? 0 : entry.weight;
    case 'stem':
      if (around.isAway) return 0;
      return isInstitution ? 2.6 : 0.25;
    case 'city':
    case 'elsewhere':
    case 'lookalike':
      return 0;
  }
}

function addTo(
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

/** Of several districts with a place of that name, the one that the rest of the story speaks for; else none. */
function resolveAmbiguous(
  candidates: readonly string[],
  scores: ReadonlyMap<string, Score>,
  tally: ReadonlyMap<string, number>,
  home: string,
): string {
  const ranked = [...candidates].sort(
    (one, other) =>
      (scores.get(other)?.total ?? 0) - (scores.get(one)?.total ?? 0) ||
      (tally.get(other) ?? 0) - (tally.get(one) ?? 0),
  );
  const [best = '', second = ''] = ranked;
  const firm = (name: string) => scores.get(name)?.total ?? 0;
  if (firm(best) > firm(second)) return best;
  if (firm(best) > 0) return '';
  if ((tally.get(best) ?? 0) > (tally.get(second) ?? 0)) return best;
  return candidates.includes(home) ? home : '';
}

/** A name of a district or place, or a short name both in a title and in the lead: 港区 alone may be any. */
function isFirm({ firmness, head }: Score): boolean {
  return firmness >= 0.6 || head >= 1.7;
}

/** Neither another place nor the whole city is the story's scene. */
function mayBeOfHome(mentions: readonly Mention[], around: Surroundings): boolean {
  const isCityHead = mentions.some(
    ({ entry, where }) => entry.kind === 'city' && where !== 'text' && where !== 'first',
  );
  return around.elsewhere === 0 && !isCityHead;
}

function ofHome(home: string, { reasons, names }: Attribution): Attribution {
  const page: Reason = { word: home, for: home, weight: 1, where: 'page' };
  return { districts: [home], reasons: [...reasons, page], isElsewhere: false, names };
}

/**
 * Finds a story's districts: whom it names, by itself or by a place, an office or a school, weighed by where it does. A
 * story that names no place is of the page's `home` district, where the page has one.
 */
export function attributeDistricts(gazetteer: Gazetteer, text: PlacedText, home = ''): Attribution {
  const mentions = allMentions(gazetteer, text);
  const around = surroundingsOf(mentions);
  const scores = new Map<string, Score>();
  const seen = new Map<string, number>();
  const reasons: Reason[] = [];
  const open: { readonly mention: Mention; readonly weight: number }[] = [];
  const tally = new Map<string, number>();
  for (const mention of mentions) {
    const weight = weightOf(mention, around);
    if (weight === 0) continue;
    const { districts } = mention.entry;
    for (const district of districts)
      tally.set(district, (tally.get(district) ?? 0) + weight / districts.length);
    const beside = mention.after !== '' && isPlace(mention.entry) ? mention.after : '';
    const [only] = districts;
    if (beside !== '') reasons.push(addTo(scores, beside, mention, weight, seen));
    else if (districts.length === 1 && only !== undefined)
      reasons.push(addTo(scores, only, mention, weight, seen));
    else open.push({ mention, weight });
  }
  for (const { mention, weight } of open) {
    const district = resolveAmbiguous(mention.entry.districts, scores, tally, home);
    if (district !== '') reasons.push(addTo(scores, district, mention, weight, seen));
  }
  const ranked = [...scores].sort(([, one], [, other]) => other.total - one.total || one.first - other.first);
  const best = ranked[0]?.[1];
  const names = nameStretches(mentions);
  const none: Attribution = {
    districts: [],
    reasons,
    isElsewhere: around.elsewhere > 0 || around.hasCity,
    names,
  };
  if (best === undefined || !isFirm(best))
    return home === '' || !mayBeOfHome(mentions, around) ? none : ofHome(home, none);
  if (around.opensElsewhere && best.head < 3 && best.count < 3) return none;
  if (isCityWide(best, ranked, mentions, text)) return { ...none, isElsewhere: true };
  const districts = ranked
    .filter(
      ([, score]) =>
        score === best ||
        (score.total >= best.total * 0.3 && score.firmness >= 2 && (score.head > 0 || score.count >= 2)),
    )
    .slice(0, 4)
    .map(([name]) => name);
  return { districts, reasons, isElsewhere: false, names };
}
