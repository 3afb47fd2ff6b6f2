import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/city/create-directory.js';
import type { Lookup } from '../../src/city/directory.js';
import { parseCity } from '../../src/city/load-city.js';
import { smallCityFile } from './the-city.js';

const directory = createDirectory(
  parseCity(
    smallCityFile().replace(
      'topics:\n',
      `  - code: "990103"
    name: 西川区
    slug: xichuanqu
    english: West Xichuan District
    kind: statutory
    streets:
      990103001 石桥街道: 柳庄
topics:
`,
    ),
    'city.yaml',
  ),
);

function meant(lookup: Lookup): readonly string[] {
  const subjects =
    lookup.kind === 'found' ? [lookup.subject] : lookup.kind === 'choices' ? lookup.choices : [];
  return subjects.map((subject) => (subject.kind === 'district' ? subject.name : subject.id));
}

describe('the directory of another city', () => {
  it('knows its districts and places, and none of any other city', () => {
    expect(meant(directory.find('dongshan'))).toEqual(['东山区']);
    expect(meant(directory.find('柳林街道办'))).toEqual(['东山区']);
    expect(meant(directory.find('金水区'))).toEqual([]);
  });

  it.each(['西川', 'xc', '喜川'])('gives both districts that %s can mean', (name) => {
    expect(directory.find(name).kind).toBe('choices');
    expect(meant(directory.find(name))).toEqual(['西川县', '西川区']);
  });

  it('takes a name that is written out', () => {
    expect(meant(directory.find('西川县'))).toEqual(['西川县']);
    expect(meant(directory.find('xcq'))).toEqual(['西川区']);
  });

  it('gives both districts of a sub-district that each has', () => {
    expect(meant(directory.find('石桥街道'))).toEqual(['东山区', '西川区']);
  });
});
