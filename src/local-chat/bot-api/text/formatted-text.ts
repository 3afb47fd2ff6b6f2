import { type Parameters, structure, text } from '../parameters.js';
import { malformed } from '../refusal.js';
import type { ApiEntity } from '../types.js';
import { checkEntities } from './check-entities.js';
import { withFound } from './find-entities.js';
import { parseMarkup } from './parse-markup.js';

/** A text with everything that gives it a look. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly ApiEntity[];
}

/** The longest text of a message, in UTF-16 units, after entities are parsed. */
export const textLimit = 4096;
/** The longest caption of a file. */
export const captionLimit = 1024;

/**
 * Reads the text of a message with its entities or markup, cleans it as Telegram does (control characters, space at
 * both ends) and refuses what is malformed, empty or too long.
 * @param tooLong the words of the refusal: sending and editing use different ones.
 */
export function readText(parameters: Parameters, tooLong: string): FormattedText {
  const given = text(parameters, 'text');
  const formatted = trim(readFormatted(parameters, given ?? '', 'entities'));
  if (formatted.text === '') throw malformed('message text is empty');
  if (formatted.text.length > textLimit) throw malformed(tooLong);
  return { text: formatted.text, entities: withFound(formatted.text, formatted.entities) };
}

/** Reads the caption of a file; it may be empty. */
export function readCaption(parameters: Parameters): FormattedText {
  const given = text(parameters, 'caption') ?? '';
  const caption = trim(readFormatted(parameters, given, 'caption_entities'));
  if (caption.text.length > captionLimit) throw malformed('message caption is too long');
  return { text: caption.text, entities: withFound(caption.text, caption.entities) };
}

function readFormatted(parameters: Parameters, given: string, entitiesName: string): FormattedText {
  const mode = text(parameters, 'parse_mode') ?? '';
  if (mode !== '') return parseMarkup(given, mode);
  if (/\p{Surrogate}/u.test(given)) throw malformed('strings must be encoded in UTF-8');
  return { text: given, entities: checkEntities(given, structure(parameters, entitiesName)) };
}

/** Cuts white space at both ends and the entities with it. */
function trim({ text, entities }: FormattedText): FormattedText {
  const trimmed = text.trimEnd();
  const cut = trimmed.length - trimmed.trimStart().length;
  if (cut === 0 && trimmed.length === text.length) return { text, entities };
  const clipped = entities
    .map((entity) => {
      const start = Math.max(entity.offset, cut);
      const end = Math.min(entity.offset + entity.length, trimmed.length);
      return { ...entity, offset: start - cut, length: end - start };
    })
    .filter((entity) => entity.length > 0);
  return { text: trimmed.slice(cut), entities: clipped };
}
