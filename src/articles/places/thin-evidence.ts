import type { Mention } from './mentions.js';
import { type PlacedText, textStart, titles } from './placed-text.js';

/** Roads, parks and hospitals: a story of the whole city may well play there. */
function isSpot({ entry: { kind } }: Mention): boolean {
  return kind === 'landmark' || kind === 'road';
}

const isTitle = ({ where }: Mention) => titles.has(where);
const inLead = ({ where }: Mention) => where === 'lead';

/** A park, wherever it is named; a hospital or school in a title, or where it opens the text. */
const isLandmark =
  (textStart: number) =>
  ({ entry: { kind, weight }, where, at }: Mention): boolean =>
    kind === 'landmark' && (weight >= 1 || titles.has(where) || Math.abs(at - textStart) <= 2);

/** Says by itself that the story is the district's: its name, a sub-district, a village, its court. */
function isFirmName({ entry: { kind }, isInstitution, isOrigin }: Mention): boolean {
  return !isOrigin && (kind === 'district' || kind === 'generic' || kind === 'place' || isInstitution);
}

/** What a district is known by where neither it nor a sub-district of it is named. */
export interface ThinEvidence {
  /** A landmark stands in a title, or the story returns to such places of the district again and again: it is about them. */
  readonly isSubject: boolean;
  /** One road, roads below the lead, one hospital, where a person lives, or places all over the city: said in passing. */
  readonly isPassing: boolean;
}

/** So many names of roads and landmarks are no passing mention. */
const many = 4;

/** The spots by which a story is a district's; undefined where it is named more firmly. */
export function thinEvidence(
  district: string,
  mentions: readonly Mention[],
  text: PlacedText,
): ThinEvidence | undefined {
  const sure = mentions.filter(({ entry: { districts } }) => districts.length === 1);
  const own = sure.filter(({ entry: { districts } }) => districts[0] === district);
  const spots = own.filter(isSpot);
  const elsewhere = sure.filter(isSpot).length - spots.length;
  if (own.some(isFirmName) || (spots.length === 0 && !own.some(({ isOrigin }) => isOrigin))) return undefined;
  const landmarks = spots.filter(isLandmark(textStart(text)));
  const isTitled = landmarks.some(isTitle);
  const isScattered = !isTitled && elsewhere > 0 && elsewhere >= spots.length;
  return {
    isSubject: isTitled || spots.length >= Math.max(many, 2 * elsewhere),
    isPassing:
      isScattered ||
      (landmarks.length === 0 && !spots.some(isTitle) && (spots.length < 2 || !spots.some(inLead))),
  };
}
