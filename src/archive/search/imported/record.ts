import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { TopicId } from '../../../city/city.js';
import type { ArchivedArticle, ImportedRecord } from '../../archive.js';
import { dayNumber, dayOfNumber } from '../days.js';
import { labelsOf } from '../write-index.js';

/** An imported record as its table holds it. */
export interface RecordRow {
  /** Place in the order of import, from 1; the article's number is its negative. */
  readonly number: number;
  /** The article's id as a number. */
  readonly key: number;
  readonly day: number;
  readonly headline: string;
  /** `|金水区|law|`; null where there are none. */
  readonly labels: string | null;
  /** Compressed JSON of all else; null for a bare headline. */
  readonly more: Buffer | null;
}

type More = Pick<ImportedRecord, 'paragraphs' | 'districts' | 'topics' | 'reporters'>;

const idLength = 10;
const keyCount = 36 ** idLength;

/** The same record always gets the same key: the first 52 bits of its fingerprint. */
function keyOf(record: ImportedRecord): number {
  const text = [record.date, record.headline, ...(record.paragraphs ?? [])].join('\n');
  const digest = createHash('sha1').update(text).digest();
  return (digest.readUIntBE(0, 6) * 16 + (digest.readUInt8(6) >> 4)) % keyCount;
}

/** The article id of a key, `[a-z0-9]{10}`. */
export const idOfKey = (key: number): string => key.toString(36).padStart(idLength, '0');

/** The key of an article id; undefined for what is no id. */
export function keyOfId(id: string): number | undefined {
  return /^[a-z0-9]{10}$/.test(id) ? Number.parseInt(id, 36) : undefined;
}

/** Makes a row of a record; its number is given when it is written. */
export function rowOfRecord(record: ImportedRecord): Omit<RecordRow, 'number'> {
  const { paragraphs = [], districts = [], topics = [], reporters = [] } = record;
  const more: More = { paragraphs, districts, topics, reporters };
  const isBare = Object.values(more).every((list) => list.length === 0);
  return {
    key: keyOf(record),
    day: dayNumber(record.date),
    headline: record.headline,
    labels: labelsOf({ districts, topics }),
    more: isBare ? null : deflateRawSync(JSON.stringify(more)),
  };
}

/** What a row keeps besides its headline. */
export function moreOfRow(row: Pick<RecordRow, 'more'>): Required<More> {
  const none = { paragraphs: [], districts: [], topics: [], reporters: [] };
  return row.more === null ? none : { ...none, ...JSON.parse(inflateRawSync(row.more).toString()) };
}

/** The article that a row stands for. */
export function articleOfRow(row: RecordRow): ArchivedArticle {
  const { paragraphs, districts, topics, reporters } = moreOfRow(row);
  const date = dayOfNumber(row.day);
  return {
    id: idOfKey(row.key),
    number: -row.number,
    date,
    headline: row.headline,
    kicker: '',
    subheadline: '',
    districts,
    topics: topics as readonly TopicId[],
    reporters,
    correspondents: [],
    photo: false,
    paragraphs,
    summary: paragraphs[0] === undefined ? row.headline : clipped(paragraphs[0]),
    points: [],
    figures: [],
    source: { file: 'import', line: row.number },
    sections: [],
    paper: '',
    page: '',
    agency: '',
    sample: false,
    urgent: false,
    releasedAt: `${date}T00:00:00.000Z`,
    revision: 0,
    isWithdrawn: false,
  };
}

const longestSummary = 80;

/** The first sentence, at most 80 characters. */
function clipped(paragraph: string): string {
  const sentence = /^.*?[。！？!?]/u.exec(paragraph)?.[0] ?? paragraph;
  return sentence.length <= longestSummary ? sentence : `${sentence.slice(0, longestSummary - 1)}…`;
}
