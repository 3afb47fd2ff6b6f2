import type { ServerState } from '../method.js';
import type { ApiMessage, ApiUser } from '../types.js';
import type { ChatRecord } from '../world.js';

/** The chat with this number; a test or page that names another is mistaken. */
export function chatOf(state: ServerState, id: number): ChatRecord {
  return required(state.world.chats.get(id), `no chat ${id}`);
}

/** The person with this number. */
export function userOf(state: ServerState, id: number): ApiUser {
  return required(state.world.users.get(id), `no user ${id}`);
}

/** The message with this number in a chat. */
export function messageOf(state: ServerState, chat: number, id: number): ApiMessage {
  return required(chatOf(state, chat).messages.get(id), `no message ${id} in chat ${chat}`);
}

/** Gives what is there, or throws `otherwise`. */
export function required<Value>(value: Value | undefined, otherwise: string): Value {
  if (value === undefined) throw new Error(otherwise);
  return value;
}

/** The time of messages: whole seconds of the server's clock. */
export function seconds(state: ServerState): number {
  return Math.floor(state.now().getTime() / 1000);
}
