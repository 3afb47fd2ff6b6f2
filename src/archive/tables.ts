import type { IsoDate } from '../calendar/instant.js';
import type { TopicId } from '../city/city.js';
import type { Storage, Store, Write } from '../storage/store.js';
import type { ArchivedArticle } from './archive.js';

/** An article as it is stored. */
export interface ArticleRecord {
  readonly article: ArchivedArticle;
  /** Fingerprint of what the newsroom's page said at the last take-in, to tell a correction from a restart. */
  readonly content: string;
  /** Districts that an editor set: they stand, whatever the page says from then on. */
  readonly placed?: readonly string[];
}

/** One step of the sequence as it is stored. */
export interface ReleaseRecord {
  readonly id: string;
  readonly date: IsoDate;
  readonly addedDistricts?: readonly string[];
  readonly districtsBefore?: readonly string[];
}

/** What `/latest` must know of an article to choose it without reading it. */
export interface IssueEntry {
  readonly id: string;
  readonly districts: readonly string[];
  readonly topics: readonly TopicId[];
}

/** How far the sequence goes. */
export interface SequenceState {
  readonly head: number;
  /** The latest issue date of all; empty while there is none. */
  readonly latestDate: IsoDate;
}

/** The archive's collections. */
export interface Tables {
  /** By article id. */
  readonly articles: Store<ArticleRecord>;
  /** By number, see {@link numberKey}. */
  readonly releases: Store<ReleaseRecord>;
  /** Fingerprint of text or headline -> article id. */
  readonly prints: Store<string>;
  /** By issue date, in the order of the pages. */
  readonly issues: Store<readonly IssueEntry[]>;
  readonly sequence: Store<SequenceState>;
  writeAll(writes: readonly Write[]): Promise<void>;
}

/** Opens the archive's collections of a store. */
export function openTables(storage: Storage): Tables {
  return {
    articles: storage.collection('article'),
    releases: storage.collection('release'),
    prints: storage.collection('print'),
    issues: storage.collection('issue'),
    sequence: storage.collection('sequence'),
    writeAll: (writes) => storage.writeAll(writes),
  };
}

/** Numbers as keys that sort as the numbers do. */
export function numberKey(number: number): string {
  return String(number).padStart(10, '0');
}

const nothingYet: SequenceState = { head: 0, latestDate: '' };

/** Reads how far the sequence goes. */
export async function readSequence(tables: Tables): Promise<SequenceState> {
  return (await tables.sequence.get('state')) ?? nothingYet;
}
