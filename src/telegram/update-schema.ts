import { z } from 'zod';

const id = z.int();
const user = z.object({ id, language_code: z.string().optional() });
const chat = z.object({
  id,
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().optional(),
});
const quoted = z.object({ from: user.optional(), text: z.string().optional() });
const message = z.object({
  message_id: id,
  chat,
  from: user.optional(),
  sender_chat: z.object({ id }).optional(),
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  text: z.string().optional(),
  migrate_to_chat_id: id.optional(),
  via_bot: z.object({ id }).optional().catch(undefined),
  is_automatic_forward: z.boolean().optional().catch(undefined),
  reply_to_message: quoted.optional().catch(undefined),
});
const member = z.object({ status: z.string(), is_member: z.boolean().optional() });

/** Of an update, the fields that we read; everything else is dropped. https://core.telegram.org/bots/api#update */
export const updateSchema = z.object({
  update_id: id,
  message: message.optional(),
  channel_post: message.optional(),
  callback_query: z
    .object({ id: z.string(), from: user, data: z.string().optional(), message: message.optional() })
    .optional(),
  inline_query: z
    .object({ id: z.string(), from: user, query: z.string(), offset: z.string().default('') })
    .optional(),
  my_chat_member: z.object({ chat, from: user, old_chat_member: member, new_chat_member: member }).optional(),
});
/** An update, as much of it as we read. */
export type ApiUpdate = z.infer<typeof updateSchema>;
/** A message, likewise. */
export type ApiMessage = z.infer<typeof message>;
/** A chat, likewise. */
export type ApiChat = z.infer<typeof chat>;

/** The kinds of update that we ask Telegram for. */
export const allowedUpdates = [
  'message',
  'channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const;
