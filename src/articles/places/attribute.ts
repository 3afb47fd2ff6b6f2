import { isCityWide } from './city-wide.js';
import { type Counted, countMentions } from './count-mentions.js';
import type { Gazetteer } from './gazetteer.js';
import { type Mention, mentionsIn } from './mentions.js';
import { type PlacedText, partsOf } from './placed-text.js';
import { isFirm, type Reason, type Score } from './scores.js';
import { type Surroundings, surroundingsOf } from './surroundings.js';
import { thinEvidence } from './thin-evidence.js';

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

/** The district that the dispatch names (`登封讯`), as good as an office in the lead; a city's paper names its city in all. */
function datelineMentions(gazetteer: Gazetteer, { dateline = '' }: PlacedText): readonly Mention[] {
  if (dateline === '') return [];
  return mentionsIn(gazetteer, dateline, 'lead', -dateline.length)
    .filter(({ entry }) => entry.districts.length === 1)
    .map((mention) => ({ ...mention, isInstitution: mention.entry.kind === 'stem' }));
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

/** The best district and up to three that the story speaks of nearly as much. */
function nearBest(ranked: Counted['ranked'], best: Score): readonly string[] {
  const isNear = (score: Score) =>
    score.total >= best.total * 0.3 && score.firmness >= 2 && (score.head > 0 || score.count >= 2);
  return ranked
    .filter(([, score]) => score === best || isNear(score))
    .slice(0, 4)
    .map(([name]) => name);
}

/**
 * Finds a story's districts: whom it names, by itself or by a place, an office or a school, weighed by where it does. A
 * story that names no place is of the page's `home` district, where the page has one.
 */
export function attributeDistricts(gazetteer: Gazetteer, text: PlacedText, home = ''): Attribution {
  const told = allMentions(gazetteer, text);
  const mentions = [...datelineMentions(gazetteer, text), ...told];
  const around = surroundingsOf(mentions);
  const { ranked, reasons } = countMentions(mentions, around, home);
  const names = nameStretches(told);
  const isElsewhere = around.elsewhere > 0 || around.hasCity;
  const none: Attribution = { districts: [], reasons, isElsewhere, names };
  const [[district, best] = ['', undefined], ...others] = ranked;
  const thin = thinEvidence(district, mentions, text);
  const isWeak = thin !== undefined && (thin.isPassing || home !== '');
  if (best === undefined || !isFirm(best) || isWeak)
    return home === '' || !mayBeOfHome(mentions, around) ? none : ofHome(home, none);
  if (around.opensElsewhere && district !== home && best.head < 3 && best.count < 3) return none;
  const rivals = others.map(([, score]) => score);
  if (isCityWide({ district, best, rivals, thin, mentions, text })) return { ...none, isElsewhere: true };
  return { districts: nearBest(ranked, best), reasons, isElsewhere: false, names };
}
