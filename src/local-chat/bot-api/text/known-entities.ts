/** Kinds that Telegram finds by itself in every text. */
export const foundKinds = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
]);

/** Kinds that only the sender can give. */
export const givenKinds = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
  'text_mention',
  'custom_emoji',
  'date_time',
]);

/** Kinds that can hold no other entity and cannot be held by one but a quotation. */
export const codeKinds = new Set(['code', 'pre']);

/** Kinds that cannot stand inside each other. */
export const quoteKinds = new Set(['blockquote', 'expandable_blockquote']);
