import { describe, expect, it } from 'vitest';
import { readEndByline } from '../../src/articles/bylines/end-byline.js';
import { readHeadByline } from '../../src/articles/bylines/head-byline.js';
import { readOwnLine } from '../../src/articles/bylines/own-line.js';
import type { People } from '../../src/articles/bylines/people.js';
import {
  atTheEnd,
  atTheHead,
  headlinesWithReporters,
  linesOfNobody,
  nobodyAtTheEnd,
  nobodyThere,
  onItsOwnLine,
} from './byline-forms.js';

const text = '金水区一处口袋公园昨天开园，附近居民散步有了新去处。';
const named = (people: People | undefined) => [
  people?.reporters.toSorted().join(),
  people?.correspondents.toSorted().join(),
];
const sorted = (names: string) => names.split(',').sort().join();

describe('bylines as papers write them', () => {
  it.each(atTheHead)('are read at the head: %s', (written, reporters, correspondents) => {
    const byline = readHeadByline(written + text);
    expect(named(byline)).toEqual([sorted(reporters), sorted(correspondents)]);
    expect((written + text).slice(byline?.length)).toBe(text);
  });

  it.each(onItsOwnLine)('are read on a line of their own: %s', (written, reporters, correspondents) => {
    expect(named(readOwnLine(written))).toEqual([sorted(reporters), sorted(correspondents)]);
  });

  it.each(atTheEnd)('are read at the end: %s', (written, reporters, correspondents) => {
    const byline = readEndByline(text + written);
    expect(named(byline)).toEqual([sorted(reporters), sorted(correspondents)]);
    expect((text + written).slice(0, byline?.keep)).toBe(text);
  });

  it.each(nobodyAtTheEnd)('are not invented of a note in brackets: %s', (written) => {
    expect(readEndByline(text + written)).toBeUndefined();
  });

  it.each(headlinesWithReporters)('are not read into a headline: %s', (written) => {
    expect(readOwnLine(written)).toBeUndefined();
  });

  it.each(linesOfNobody)('are not read into a line that names nobody: %s', (written) => {
    expect(readOwnLine(written)).toBeUndefined();
  });

  it.each(nobodyThere)('are not invented: %s', (written) => {
    const byline = readHeadByline(written);
    expect([...(byline?.reporters ?? []), ...(byline?.correspondents ?? [])]).toEqual([]);
  });
});
