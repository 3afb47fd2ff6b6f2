import { checkInlineKeyboard } from '../keyboard.js';
import type { Method } from '../method.js';
import { integer, isOn, isRecord, noParameters, type Parameters, structure, text } from '../parameters.js';
import { impossible, malformed } from '../refusal.js';
import { readText } from '../text/formatted-text.js';

const tooOld = 'query is too old and response timeout expired or query ID is invalid';

/** https://core.telegram.org/bots/api#answercallbackquery */
export const answerCallbackQuery: Method = (state, { parameters }) => {
  const shown = text(parameters, 'text') ?? '';
  if ([...shown].length > 200) throw malformed('MESSAGE_TOO_LONG');
  const id = text(parameters, 'callback_query_id') ?? '';
  const query = state.queries.take(id, 'callback');
  if (query?.kind !== 'callback') throw impossible(tooOld);
  const answer = {
    user: query.user,
    text: shown,
    isAlert: isOn(parameters, 'show_alert'),
    url: text(parameters, 'url') ?? '',
  };
  query.answer(answer);
  state.events.emit({ kind: 'answer', query: id, answer });
  return true;
};

/** https://core.telegram.org/bots/api#answerinlinequery */
export const answerInlineQuery: Method = (state, { parameters }) => {
  const answer = {
    results: readResults(structure(parameters, 'results')),
    nextOffset: text(parameters, 'next_offset') ?? '',
    isPersonal: isOn(parameters, 'is_personal'),
    cacheTimeS: integer(parameters, 'cache_time') ?? 300,
    button: readButton(parameters),
  };
  if (Buffer.byteLength(answer.nextOffset) > 64) throw malformed('NEXT_OFFSET_INVALID');
  const id = text(parameters, 'inline_query_id') ?? '';
  const query = state.queries.take(id, 'inline');
  if (query?.kind !== 'inline') throw impossible(tooOld);
  query.answer(answer);
  state.events.emit({ kind: 'inline-answer', query: id, answer });
  return true;
};

function readResults(given: unknown): Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(given)) throw malformed("can't parse inline query results: expected an Array");
  if (given.length > 50) throw malformed('RESULTS_TOO_MUCH');
  const results = given.map(readResult);
  if (new Set(results.map(({ id }) => id)).size < results.length) throw malformed('RESULT_ID_DUPLICATE');
  return results;
}

function readResult(result: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(result)) throw unparsable('expected an Object');
  const id = String(result['id'] ?? '');
  if (id === '' || Buffer.byteLength(id) > 64) throw malformed('RESULT_ID_INVALID');
  if (result['type'] !== 'article') throw unparsable('unallowed result type');
  if (typeof result['title'] !== 'string' || result['title'] === '') throw malformed('RESULT_TITLE_EMPTY');
  const content = result['input_message_content'];
  if (!isRecord(content)) throw malformed('MESSAGE_TEXT_EMPTY');
  const keyboard = result['reply_markup'];
  return {
    ...result,
    input_message_content: readText({ ...noParameters, values: textFields(content) }, 'MESSAGE_TOO_LONG'),
    ...(isRecord(keyboard) && { reply_markup: checkInlineKeyboard(keyboard) }),
  };
}

/** The same fields as in sendMessage, with the text under another name. */
function textFields(content: Readonly<Record<string, unknown>>) {
  return { ...content, text: content['message_text'] };
}

function readButton(parameters: Parameters): Readonly<Record<string, unknown>> | null {
  const button = structure(parameters, 'button');
  if (button === undefined) return null;
  if (!isRecord(button) || typeof button['text'] !== 'string' || button['text'] === '')
    throw malformed("can't parse inline query results button");
  const start = button['start_parameter'];
  if (start !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(String(start)))
    throw malformed('START_PARAM_INVALID');
  return button;
}

function unparsable(why: string) {
  return malformed(`can't parse inline query result: ${why}`);
}
