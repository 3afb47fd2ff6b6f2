import { z } from 'zod';
import { topicIds } from './city.js';

const name = z.string('expected a name').trim().min(1, 'expected a name, got an empty text');
const names = z.array(name, 'expected a list of names');

/** Names that hold no spaces: a list, or text with spaces between them; an item of a list may hold several, too. */
const spacedNames = z
  .union([z.string(), z.array(z.string())], 'expected names: a list, or text with spaces between the names')
  .transform((given) => [given].flat().flatMap((text) => text.split(/\s+/u).filter((word) => word !== '')));

/** `410102001 林山寨街道`: the statistics office's code, where there is one, and the name. */
const streetKey = /^(?:(?<code>\d{9}) )?(?<name>\S+)$/u;

const streets = z
  .record(
    z.string().regex(streetKey),
    z.union(
      [spacedNames, z.strictObject({ aliases: names.default([]), places: spacedNames.default([]) })],
      'expected names of villages and communities, or {aliases: […], places: …}',
    ),
    'expected sub-districts such as `990101001 石桥街道`, each with its villages and communities',
  )
  .transform((entries) => Object.entries(entries).map(([key, given]) => streetOf(key, given)));

function streetOf(key: string, given: string[] | { aliases: string[]; places: string[] }) {
  const { code, name = key } = streetKey.exec(key)?.groups ?? {};
  return { code, name, ...(Array.isArray(given) ? { aliases: [], places: given } : given) };
}

const district = z.strictObject({
  code: z
    .string('expected a code in quotes')
    .regex(/^[0-9A-Z]{4,9}$/, 'expected four to nine digits or capital letters'),
  name,
  slug: z
    .string('expected pinyin, a to z')
    .regex(/^[a-z][a-z0-9]{0,31}$/, 'expected pinyin: up to 32 small letters and digits'),
  official: name.optional(),
  english: name,
  kind: z.enum(['statutory', 'functional'], 'expected statutory or functional'),
  aliases: names.default([]),
  landmarks: spacedNames.default([]),
  roads: spacedNames.default([]),
  streets: streets.default([]),
});

const topic = z.strictObject({
  id: z.enum(topicIds, `expected one of ${topicIds.join(', ')}`),
  name: z.strictObject({ zh: name, en: name }, 'expected {zh: …, en: …}'),
  aliases: names.default([]),
  words: z.record(
    z.string().regex(/^\d+(\.\d+)?$/),
    spacedNames,
    'expected weights such as 0.5, 1, 2 or 3, each with its words',
  ),
});

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The form of a city file. Unknown keys are refused, so that a slip of the pen is not silently without effect. */
export const citySchema = z.strictObject(
  {
    name,
    english: name,
    timezone: z
      .string('expected a time zone such as Asia/Shanghai')
      .refine(isZone, 'expected a time zone such as Asia/Shanghai'),
    aliases: names.default([]),
    districts: z.array(district, 'expected a list of districts').min(1, 'expected at least one district'),
    topics: z.array(topic, 'expected a list of topics'),
    lookalikes: spacedNames.default([]),
    elsewhere: spacedNames.default([]),
  },
  'expected name, english, timezone, districts and topics',
);

/** What a city file says, before it is made into a `City`. */
export type CityFile = z.output<typeof citySchema>;
/** A district of the file. */
export type DistrictEntry = CityFile['districts'][number];
/** A sub-district or town of the file, with its villages. */
export type StreetEntry = DistrictEntry['streets'][number];
