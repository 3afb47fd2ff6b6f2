/** A stretch of the page that belongs together: a heading line, a paragraph or a piece of one, a table row, a picture. */
export interface Unit {
  readonly kind: 'heading' | 'text' | 'row' | 'image';
  readonly text: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /** 1 to 6 as marked, 7 bold, 8 centred, 9 plain, 10 indented among plain paragraphs. */
  readonly level: number;
  readonly boldLead: string;
  readonly isIndented: boolean;
  readonly isQuote: boolean;
  /** The page set it apart: a number or a rule stands right above, or it opens an item beyond doubt; absent where nothing does. */
  readonly apart?: 'number' | 'rule' | 'item';
}

/** The units of a page and what was set aside while reading them. */
export interface PageUnits {
  readonly units: readonly Unit[];
  readonly furniture: readonly string[];
  /** Paragraphs of this page begin with a gap: what begins without one continues the paragraph before. */
  readonly hasIndents: boolean;
  /** Width of its hard-wrapped lines in Han characters; 0 where lines are not wrapped. */
  readonly wrapWidth: number;
}
