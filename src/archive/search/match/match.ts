/** Where a part of a query was found in a folded text, and how well. */
export interface Match {
  readonly from: number;
  readonly to: number;
  /** 0 literally; the more, the less alike. */
  readonly cost: number;
}

/** Costs of the ways in which a part may be found; the steps are apart, so that an exact hit always comes before one that is alike. */
export const costs = {
  literal: 0,
  /** Inside of a longer Latin word. */
  insideWord: 1,
  /** Not in the words: the article is of the district or topic that was named. */
  label: 4,
  pinyin: 10,
  /** Each character that only sounds the same, or nearly. */
  sameSound: 12,
  eachSame: 1,
  eachNear: 3,
  initials: 24,
  /** The words that a part consists of, apart from each other. */
  list: 36,
  slip: 40,
  /** The words of a question, apart from each other. */
  question: 60,
} as const;
