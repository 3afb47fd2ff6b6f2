import type { FeatureName } from './features.js';

/**
 * What each feature speaks for a candidate. Learnt by `npm run bench:summaries -- --learn` on one half of a corpus
 * of broadcast news, so that the expected ROUGE against the headline is highest; docs/summaries.md has the figures.
 */
export const weights: Readonly<Record<FeatureName, number>> = {
  'sentence 1': 1.3,
  'sentence 2': -0.9,
  'sentence 3': -0.99,
  'later sentence': -1.13,
  'length 10': -1.03,
  'length 20': 0.62,
  'length 30': 0.24,
  'length 40': 0.19,
  'length 50': -0.16,
  'length 60': -0.18,
  'length 70': -0.05,
  'length 80': -0.19,
  'starts inside': -0.31,
  'clauses skipped': -0.61,
  'to the end': -0.0,
  'clauses left': -0.06,
  clauses: -0.5,
  'keeps opening': -1.3,
  centrality: 1.23,
  coverage: 0.04,
  digits: -0.66,
  title: 0.26,
  quotation: 0.13,
  says: 0.38,
  happens: 0.44,
  'first and whole': 0.61,
};
