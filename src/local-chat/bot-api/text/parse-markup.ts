import { malformed } from '../refusal.js';
import type { FormattedText } from './formatted-text.js';
import { parseHtml } from './parse-html.js';

/** Turns the markup of a `parse_mode` into entities. Markdown is refused: this bot never sends it. */
export function parseMarkup(text: string, mode: string): FormattedText {
  if (mode.toLowerCase() === 'html') return parseHtml(text);
  throw malformed('unsupported parse_mode');
}
