/** What districts are read from. */
export interface PlacedText {
  readonly headline: string;
  readonly kicker: string;
  readonly subheadline: string;
  readonly paragraphs: readonly string[];
}
