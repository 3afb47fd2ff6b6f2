import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/city/create-directory.js';
import type { Lookup, Subject } from '../../src/city/directory.js';
import { theCity } from './the-city.js';

const city = theCity();
const directory = createDirectory(city);

/** Every name that the city file gives, with what it means. */
const named: ReadonlyArray<readonly [name: string, subject: Subject]> = [
  ...city.districts.flatMap(({ name, official, english, slug, aliases }) =>
    [name, official, english, slug, ...aliases].map((each) => [each, { kind: 'district', name }] as const),
  ),
  ...city.topics.flatMap(({ id, name, aliases }) =>
    [id, name.zh, name.en, ...aliases].map((each) => [each, { kind: 'topic', id }] as const),
  ),
];

function isSame(a: Subject, b: Subject): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function offered(lookup: Lookup): readonly Subject[] {
  switch (lookup.kind) {
    case 'found':
      return [lookup.subject];
    case 'choices':
      return lookup.choices;
    case 'unknown':
      return lookup.nearest;
  }
}

const hanCharacter = fc.constantFrom(
  ...'金水中原二七管城上街惠济牟巩义荥阳新密郑登封经开高航空港东区市县今元人大天的',
);
const slip = fc.record({
  kind: fc.constantFrom('wrong', 'missing', 'extra', 'swapped'),
  at: fc.nat(30),
  character: fc.oneof(hanCharacter, fc.constantFrom(...'aeghijnosuxyz')),
});

function withSlip(
  name: string,
  { kind, at, character }: typeof slip extends fc.Arbitrary<infer T> ? T : never,
): string {
  const characters = [...name];
  const place = at % characters.length;
  if (kind === 'missing') characters.splice(place, 1);
  else if (kind === 'extra') characters.splice(place, 0, character);
  else if (kind === 'wrong') characters[place] = character;
  else characters.splice(place, 2, ...characters.slice(place, place + 2).reverse());
  return characters.join('');
}

describe('the directory', () => {
  it.each(named)('finds by %s what it names', (name, subject) => {
    expect(directory.find(name)).toEqual({ kind: 'found', subject });
    expect(directory.find(` ${name.toUpperCase()}`)).toEqual({ kind: 'found', subject });
    expect(directory.parse(name)).toEqual({ subjects: [{ kind: 'found', subject }], rest: [] });
  });

  it.each(city.districts)('finds $name by pinyin, with tone marks and without', ({ name, slug }) => {
    const found = { kind: 'found', subject: { kind: 'district', name } };
    expect(directory.find(pinyin(name, { toneType: 'none' }))).toEqual(found);
    expect(directory.find(pinyin(name))).toEqual(found);
    expect(directory.find(slug.toUpperCase())).toEqual(found);
  });

  it('never takes one slip for another name than was meant', () => {
    fc.assert(
      fc.property(fc.constantFrom(...named), slip, ([name, subject], mistake) => {
        const lookup = directory.find(withSlip(name, mistake));
        if (lookup.kind !== 'found' || lookup.isBySlip === undefined) return;
        expect(offered(lookup).some((other) => isSame(other, subject))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('offers what was meant for a slip in a district name of three characters and more', () => {
    const districts = city.districts.filter(({ name }) => name.length > 2);
    fc.assert(
      fc.property(fc.constantFrom(...districts), slip, ({ name }, mistake) => {
        const lookup = directory.find(withSlip(name, { ...mistake, kind: 'extra' }));
        const isOffered = offered(lookup).some((other) => isSame(other, { kind: 'district', name }));
        expect(isOffered || lookup.kind === 'found').toBe(true);
      }),
    );
  });

  it('survives any text, and gives only subjects of the city', () => {
    const subjects = new Set(named.map(([, subject]) => JSON.stringify(subject)));
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(hanCharacter).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (words) => {
        const { subjects: parsed } = directory.parse(words);
        for (const lookup of [directory.find(words), ...parsed]) {
          for (const subject of offered(lookup)) expect(subjects).toContain(JSON.stringify(subject));
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['水', 'a', '😀', '金水 ', '今水,', 'jin shui ', '\u0000', '‍'])(
    'survives 4,096 characters of %j',
    (part) => {
      const garbage = part.repeat(4096).slice(0, 4096);
      expect(() => [directory.find(garbage), directory.parse(garbage)]).not.toThrow();
    },
  );
});
