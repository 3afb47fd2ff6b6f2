/** Somebody who writes, as the Bot API describes a user. */
export interface ApiUser {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly last_name?: string;
  readonly username?: string;
  /** The language of the user's app, absent for bots. */
  readonly language_code?: string;
}

/** The four kinds of chat of the Bot API. */
export type ApiChatType = 'private' | 'group' | 'supergroup' | 'channel';

/** A chat as it stands in messages. */
export interface ApiChat {
  readonly id: number;
  readonly type: ApiChatType;
  readonly title?: string;
  readonly username?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly is_forum?: true;
}

/** A stretch of a text with a meaning or a look; offsets and lengths are UTF-16 units. */
export interface ApiEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly user?: ApiUser;
  readonly language?: string;
  readonly custom_emoji_id?: string;
}

/** A button under a message. Exactly one of the optional fields stands beside `text`. */
export interface ApiInlineButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly switch_inline_query?: string;
  readonly switch_inline_query_current_chat?: string;
  readonly copy_text?: { readonly text: string };
}

/** The buttons under a message, row by row. */
export interface ApiInlineKeyboard {
  readonly inline_keyboard: readonly (readonly ApiInlineButton[])[];
}

/** A file that was sent. */
export interface ApiDocument {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_name: string;
  readonly mime_type: string;
  readonly file_size: number;
}

/** A message as the Bot API gives it, with the fields that this server knows. */
export interface ApiMessage {
  readonly message_id: number;
  readonly date: number;
  readonly chat: ApiChat;
  readonly from?: ApiUser;
  readonly sender_chat?: ApiChat;
  readonly message_thread_id?: number;
  readonly is_topic_message?: true;
  readonly text?: string;
  readonly entities?: readonly ApiEntity[];
  readonly caption?: string;
  readonly caption_entities?: readonly ApiEntity[];
  readonly document?: ApiDocument;
  readonly location?: { readonly latitude: number; readonly longitude: number };
  readonly reply_markup?: unknown;
  readonly reply_to_message?: ApiMessage;
  readonly forward_origin?: unknown;
  readonly via_bot?: ApiUser;
  readonly edit_date?: number;
  readonly migrate_to_chat_id?: number;
  readonly migrate_from_chat_id?: number;
  readonly new_chat_members?: readonly ApiUser[];
  readonly left_chat_member?: ApiUser;
  readonly forum_topic_created?: { readonly name: string; readonly icon_color: number };
}

/** An update: its number and exactly one more field, named for its kind. */
export type ApiUpdate = { readonly update_id: number } & Readonly<Record<string, unknown>>;

/** A command of the menu. */
export interface ApiCommand {
  readonly command: string;
  readonly description: string;
}
