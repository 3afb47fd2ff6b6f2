/**
 * Learns the weights of src/articles/summary/weights.ts: gradient ascent on the ROUGE that is to be expected when a
 * candidate is drawn by its score. `node bench/summaries/main.mjs --learn` prints them.
 */
import { textOf } from '../../dist/articles/summary/candidate.js';
import { candidatesOf } from '../../dist/articles/summary/candidates.js';
import { summaryCandidates } from '../../dist/articles/summary/choose-summary.js';
import { featureNames, fillFeatures } from '../../dist/articles/summary/features.js';
import { LetterPairs } from '../../dist/articles/summary/letter-pairs.js';
import { readStory } from '../../dist/articles/summary/read-sentence.js';
import { sentencesOf } from '../../dist/articles/summary/sentences.js';
import { rouge } from './rouge.mjs';

const sharpness = 12;
const rounds = 15;
const batch = 32;
const step = 0.01;

const pairs = new LetterPairs();

function exampleOf({ headline, paragraphs, date }) {
  const story = readStory(paragraphs, sentencesOf(paragraphs), date, pairs);
  return summaryCandidates(story, candidatesOf(story)).map((candidate) => {
    const [one, two, longest] = rouge(textOf(candidate), headline);
    const features = new Float64Array(featureNames.length);
    fillFeatures(candidate, features);
    return { features, gain: (2 * one + two + longest) / 4 };
  });
}

const dot = (weights, features) => weights.reduce((sum, weight, at) => sum + weight * features[at], 0);

function addGradient(gradient, example, weights) {
  const scores = example.map(({ features }) => sharpness * dot(weights, features));
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const total = raised.reduce((sum, value) => sum + value, 0);
  const expected = example.reduce((sum, { gain }, at) => sum + (raised[at] / total) * gain, 0);
  example.forEach(({ features, gain }, at) => {
    const push = (raised[at] / total) * (gain - expected) * sharpness;
    features.forEach((value, index) => {
      gradient[index] += push * value;
    });
  });
}

/** The weights by name, the same every time. */
export function learn(items) {
  const examples = items.map(exampleOf).filter(({ length }) => length > 1);
  const weights = featureNames.map(() => 0);
  const mean = featureNames.map(() => 0);
  const spread = featureNames.map(() => 0);
  let seed = 1;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const steps = Math.floor((rounds * examples.length) / batch);
  for (let time = 1; time <= steps; time++) {
    const gradient = featureNames.map(() => 0);
    for (let n = 0; n < batch; n++)
      addGradient(gradient, examples[Math.floor(random() * examples.length)], weights);
    weights.forEach((weight, at) => {
      const slope = gradient[at] / batch - 1e-4 * weight;
      mean[at] = 0.9 * mean[at] + 0.1 * slope;
      spread[at] = 0.999 * spread[at] + 0.001 * slope * slope;
      weights[at] +=
        (step * (mean[at] / (1 - 0.9 ** time))) / (Math.sqrt(spread[at] / (1 - 0.999 ** time)) + 1e-8);
    });
  }
  return Object.fromEntries(featureNames.map((name, at) => [name, Number(weights[at].toFixed(2))]));
}
