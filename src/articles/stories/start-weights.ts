/**
 * What speaks for a story of its own (above 0) or for a section of the running one. Fitted by logistic regression to 400
 * titles without a byline, half of them on pages of forty papers, half on invented ones, and drawn towards what editors
 * would say; rounded.
 */
const startWeights = {
  always: 1.8,
  isNumbered: -4.9,
  isQuoted: -3.1,
  opensWithQuote: -1.1,
  isLabel: -4.5,
  hasSeveralLines: 0.95,
  hasDashedLine: 2.3,
  hasKickerInLine: 3,
  matchesSection: -3.1,
  isNarrow: -2.7,
  isDeeper: -2.1,
  isHigher: 1.35,
  isAboveSections: 2.1,
  followsEndByline: 2.6,
  followsOpenEnd: -1.6,
  followsIntroduction: -1.45,
  followsRule: 1.5,
  onPageOfHeadBylines: -1.8,
  onPageOfSomeHeadBylines: -0.55,
  hasLead: 2.5,
  isLong: 2.4,
  endsWithOtherByline: 5.8,
  endsWithByline: 1.1,
  namesOtherDistrict: 5.5,
  unlike: 1.7,
  sharesTitleWords: -2,
} as const;

/** How much each cue is there: yes or no, or a measure that its weight is multiplied by. */
export type StartCues = Readonly<Record<keyof typeof startWeights, number | boolean>>;

/** Adds up the cues: above 0 for a story. */
export function weigh(cues: StartCues): number {
  let score = 0;
  for (const [name, weight] of Object.entries(startWeights))
    score += weight * Number(cues[name as keyof StartCues]);
  return score;
}
