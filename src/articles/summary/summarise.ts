import type { IsoDate } from '../../calendar/instant.js';
import type { City } from '../../city/city.js';
import type { Figure } from '../article.js';
import { candidatesOf } from './candidates.js';
import { choosePoints } from './choose-points.js';
import { chooseSummary } from './choose-summary.js';
import { figuresLookedAt, figuresOf } from './figures.js';
import { LetterPairs } from './letter-pairs.js';
import { readStory, sentencesLookedAt } from './read-sentence.js';
import { sentencesOf } from './sentences.js';

/** What a story is summed up from: its text without byline. */
export interface Story {
  readonly headline: string;
  readonly kicker: string;
  readonly subheadline: string;
  readonly paragraphs: readonly string[];
  readonly date: IsoDate;
}

/** A story in short. */
export interface Sums {
  /** One sentence, at most 80 characters, standing on its own; empty only for a story without text. */
  readonly summary: string;
  /** Up to three more facts in the order of the story, each at most 60 characters. */
  readonly points: readonly string[];
  readonly figures: readonly Figure[];
}

/** Sums a story up in its own words. Same story, same sums; any text is survived. */
export type Summariser = (story: Story) => Sums;

/** Characters of all headlines together that a summary is held beside. */
const titleLookedAt = 300;

/** Makes the summariser of a city, whose places tell it where a sentence begins to be about somebody. */
export function createSummariser(city: City): Summariser {
  const beginsWithPlace = placeTest(city);
  const pairs = new LetterPairs();
  return ({ headline, kicker, subheadline, paragraphs, date }) => {
    const sentences = sentencesOf(paragraphs, { sentences: sentencesLookedAt, characters: figuresLookedAt });
    const story = readStory(paragraphs, sentences, date, pairs);
    pairs.keep(`${kicker} ${headline} ${subheadline}`.slice(0, titleLookedAt));
    const candidates = candidatesOf(story);
    const summary = chooseSummary(story, candidates, beginsWithPlace);
    const points = choosePoints(story, candidates, summary);
    return { summary, points, figures: figuresOf(sentences) };
  };
}

/** Tells whether a text begins with a district, sub-district or town, with or without the city's name before it. */
function placeTest(city: City): (text: string) => boolean {
  const names = new Set(
    city.districts.flatMap(({ name, official, aliases }) => [name, official, ...aliases]),
  );
  const lengths = [...new Set([...names].map(({ length }) => length))].filter((length) => length > 1);
  const cityNames = [city.name, ...city.aliases].toSorted((one, other) => other.length - one.length);
  return (text) => {
    const cityName = cityNames.find((name) => text.startsWith(name)) ?? '';
    const rest = text.slice(cityName.length, cityName.length + 12);
    return lengths.some((length) => names.has(rest.slice(0, length)));
  };
}
