/** What the markup of a line says it is; the text decides later what it really is. */
export type LineMark =
  | 'plain'
  | 'heading'
  | 'bold'
  | 'centred'
  | 'row'
  | 'image'
  | 'rule'
  | 'quote'
  | 'blank';

/** One line of the page, its markup read and taken off. A line of the file may give several (`<br>`, table rows). */
export interface Line {
  /** Line of the file, from 1. */
  readonly number: number;
  readonly mark: LineMark;
  /** Without markup and outer spaces; cells of a table row are separated by tabs. */
  readonly text: string;
  /** 1 to 6 for a heading, otherwise 0. */
  readonly level: number;
  /** Began with the two full-width spaces of a Chinese paragraph, or as wide a gap. */
  readonly isIndented: boolean;
  /** The bold words that open a line and are followed by others: `**惠济区** 近日…`; otherwise empty. */
  readonly boldLead: string;
  /** Carried a picture. */
  readonly hasImage: boolean;
}
