import type { People } from '../bylines/people.js';
import type { Placed } from './placed.js';

/** A story as cut from the page, its text not yet put into paragraphs. */
export interface RawStory {
  readonly headline: string;
  readonly kicker: string;
  readonly subheadline: string;
  readonly line: number;
  readonly level: number;
  /** Text in order; a section's heading is an item of role `title`. */
  readonly body: readonly Placed[];
  /** Stands in a column of short items. */
  readonly isBrief: boolean;
}

/** A story put together: text without bylines, tails and captions. */
export interface Story {
  readonly headline: string;
  readonly kicker: string;
  readonly subheadline: string;
  readonly line: number;
  readonly people: People;
  readonly agency: string;
  /** The words of the paper's own dispatch, which may name a district: `本报荥阳讯`. */
  readonly dateline: string;
  readonly photo: boolean;
  readonly paragraphs: readonly string[];
  /** Line of the file at which each paragraph begins. */
  readonly lines: readonly number[];
  readonly sections: readonly { readonly heading: string; readonly before: number }[];
  readonly continuesOn: string;
  readonly continuesFrom: string;
  readonly isBrief: boolean;
}
