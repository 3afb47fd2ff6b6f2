import { randomBytes } from 'node:crypto';
import { readMarkup } from '../keyboard.js';
import type { Method } from '../method.js';
import { integer, type Parameters, text } from '../parameters.js';
import { findChat, whyUnreachable } from '../reach.js';
import { impossible, malformed } from '../refusal.js';
import { readCaption, readText } from '../text/formatted-text.js';
import type { ApiDocument, ApiMessage } from '../types.js';
import type { World } from '../world.js';
import { admit, deliver, destination, type MessageBody, readReply, textBody, withMarkup } from './deliver.js';

/** https://core.telegram.org/bots/api#sendmessage */
export const sendMessage: Method = (state, call) => {
  const formatted = readText(call.parameters, 'message is too long');
  const place = destination(state, call);
  const markup = readMarkup(call.parameters, place.chat.info.type);
  const reply = readReply(state, place.chat, call);
  admit(state, place.chat, call);
  return deliver(state, place, {
    ...(reply && { reply_to_message: reply }),
    ...textBody(formatted),
    ...withMarkup(markup),
  });
};

/** https://core.telegram.org/bots/api#senddocument */
export const sendDocument: Method = (state, call) => {
  const place = destination(state, call);
  const caption = readCaption(call.parameters);
  const markup = readMarkup(call.parameters, place.chat.info.type);
  const document = storeDocument(state.world, call.parameters);
  admit(state, place.chat, call);
  return deliver(state, place, {
    document,
    ...(caption.text !== '' && { caption: caption.text, caption_entities: caption.entities }),
    ...withMarkup(markup),
  });
};

/** https://core.telegram.org/bots/api#forwardmessage */
export const forwardMessage: Method = (state, call) => {
  const place = destination(state, call);
  const { text, entities, caption, caption_entities, document, from, date } = source(
    state.world,
    call.parameters,
    state.isAnyChatKnown,
    'forward',
  );
  const origin = { forward_origin: { type: 'user', sender_user: from, date } };
  admit(state, place.chat, call);
  return deliver(state, place, present({ ...origin, text, entities, caption, caption_entities, document }));
};

/** https://core.telegram.org/bots/api#copymessage */
export const copyMessage: Method = (state, call) => {
  const place = destination(state, call);
  const { text, entities, caption, caption_entities, document } = source(
    state.world,
    call.parameters,
    state.isAnyChatKnown,
    'copy',
  );
  const markup = readMarkup(call.parameters, place.chat.info.type);
  admit(state, place.chat, call);
  const body = { ...present({ text, entities, caption, caption_entities, document }), ...withMarkup(markup) };
  return { message_id: deliver(state, place, body).message_id };
};

/** https://core.telegram.org/bots/api#sendchataction */
export const sendChatAction: Method = (state, call) => {
  const place = destination(state, call);
  const action = text(call.parameters, 'action') ?? '';
  if (!chatActions.has(action)) throw malformed('wrong parameter action in request');
  state.events.emit({ kind: 'action', chat: place.chat.info.id, thread: place.thread ?? null, action });
  return true;
};

const chatActions = new Set(
  'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note'.split(
    ' ',
  ),
);

/** Leaves out what is undefined. */
function present(
  fields: { readonly [Name in keyof MessageBody]: MessageBody[Name] | undefined },
): MessageBody {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function source(world: World, parameters: Parameters, isAnyChatKnown: boolean, verb: string): ApiMessage {
  const chat = findChat(world, parameters, isAnyChatKnown, 'from_chat_id');
  const refusal = whyUnreachable(chat);
  if (refusal && chat.info.type !== 'private') throw refusal;
  const message = chat.messages.get(integer(parameters, 'message_id') ?? 0);
  if (message === undefined) throw impossible(`message to ${verb} not found`);
  return message;
}

/** Takes a file that was uploaded, or names one that is known by its `file_id`. */
function storeDocument(world: World, parameters: Parameters): ApiDocument {
  const given = text(parameters, 'document') ?? '';
  const known = world.files.get(given);
  if (known) return known.document;
  const upload = parameters.files.get(given.startsWith('attach://') ? given.slice(9) : 'document');
  if (upload === undefined)
    throw malformed(
      given === '' ? 'there is no document in the request' : 'wrong remote file identifier specified',
    );
  if (upload.bytes.length === 0) throw malformed('file must be non-empty');
  const id = randomBytes(18).toString('base64url');
  const document = {
    file_name: upload.fileName,
    mime_type: upload.contentType,
    file_id: `BQ${id}`,
    file_unique_id: id.slice(0, 12),
    file_size: upload.bytes.length,
  };
  world.files.set(document.file_id, { document, bytes: upload.bytes });
  return document;
}
