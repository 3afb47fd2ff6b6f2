import type { FeatureName } from './features.js';

/**
 * What each feature speaks for a candidate. Learnt on one half of a corpus of broadcast news by
 * `npm run bench:summaries -- --learn`, so that the ROUGE to be expected against the headline is highest; docs/summaries.md
 * has the figures.
 */
export const weights: Readonly<Record<FeatureName, number>> = {
  'sentence 1': 1.32,
  'sentence 2': -0.86,
  'sentence 3': -1,
  'later sentence': -1.14,
  'length 10': -1.28,
  'length 20': 0.44,
  'length 30': 0.28,
  'length 40': 0.34,
  'length 50': 0.08,
  'length 60': -0.15,
  'length 70': -0.04,
  'length 80': -0.25,
  'starts inside': 0.01,
  'clauses skipped': -0.86,
  'to the end': 0.06,
  'clauses left': -0.02,
  clauses: -0.63,
  'keeps opening': -1.2,
  centrality: 0.86,
  coverage: -0.26,
  digits: -0.63,
  title: 0.09,
  quotation: 0.12,
  says: 0.43,
  happens: 0.15,
  'first and whole': 0.66,
};
