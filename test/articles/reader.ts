import { readFileSync } from 'node:fs';
import { createPageReader } from '../../src/articles/read-page.js';
import { parseCity } from '../../src/city/load-city.js';

/** The city that the program ships. */
export const city = parseCity(readFileSync('content/city.yaml', 'utf8'), 'content/city.yaml');

/** A reader of its pages. */
export const reader = createPageReader(city);
