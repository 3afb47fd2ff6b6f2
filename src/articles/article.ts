import type { IsoDate } from '../calendar/instant.js';
import type { TopicId } from '../city/city.js';

/** Where an article was read from. */
export interface Source {
  /** Path as given, relative to the content folder for content. */
  readonly file: string;
  /** Line of the headline (or of the first text line), from 1. */
  readonly line: number;
}

/** An amount that a story states: `地区生产总值 387.3亿元 +3.6%`. */
export interface Figure {
  readonly of: string;
  /** The amount as printed, with its unit. */
  readonly amount: string;
  readonly change?: string;
  readonly period?: string;
}

/** One story of a newspaper page as the program understood it. Field names are the contract of `articles --json`. */
export interface Article {
  /** `[a-z0-9]{10}`, made from date, headline and text; an archive keeps the first one when the page is corrected. */
  readonly id: string;
  /** Issue date. */
  readonly date: IsoDate;
  /** Without markup; empty where an item has none. */
  readonly headline: string;
  readonly kicker: string;
  readonly subheadline: string;
  /** Short common names, the primary one first; empty for the whole city and for places elsewhere. */
  readonly districts: readonly string[];
  /** One to three, the main one first. */
  readonly topics: readonly TopicId[];
  readonly reporters: readonly string[];
  readonly correspondents: readonly string[];
  readonly photo: boolean;
  readonly paragraphs: readonly string[];
  /** One sentence, at most 80 characters, standing on its own. */
  readonly summary: string;
  readonly points: readonly string[];
  readonly figures: readonly Figure[];
  readonly source: Source;
  /** Headings inside the story, each before the paragraph of that index. */
  readonly sections: readonly { readonly heading: string; readonly before: number }[];
  /** Day of the event where the story states it. */
  readonly eventDate?: IsoDate;
  /** Name of the newspaper: `郑州日报`; empty where the page does not say. */
  readonly paper: string;
  /** Name of the page: `县区新闻`; empty where the page does not say. */
  readonly page: string;
  /** Agency of the dispatch, `新华社`; empty for the paper's own. */
  readonly agency: string;
  /** Invented for trying the program: every message that shows it says 示例. */
  readonly sample: boolean;
  /** Asks for the urgent lane. */
  readonly urgent: boolean;
}

/** Something an editor should look at. `error` means that an article could not be loaded. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'note';
  /** kebab-case name of the rule: `missing-district`. */
  readonly rule: string;
  readonly message: string;
  readonly hint: string;
}

/** A page as it came: its text, and what is known of it from outside. */
export interface PageText {
  readonly file: string;
  readonly text: string;
  /** Issue date by the folder's name; wins over front matter and page header. */
  readonly folderDate?: IsoDate;
  /** Issue date to use where neither folder nor front matter nor page tells one (the file's or today's day). */
  readonly fallbackDate: IsoDate;
}

/** What was understood of a page. */
export interface PageReading {
  readonly articles: readonly Article[];
  readonly findings: readonly Finding[];
}
