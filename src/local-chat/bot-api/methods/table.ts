import type { Method } from '../method.js';
import * as chats from './chats.js';
import * as edit from './edit.js';
import * as profile from './profile.js';
import * as queries from './queries.js';
import * as send from './send.js';
import * as updates from './updates.js';

const all: Readonly<Record<string, Method>> = {
  ...send,
  ...edit,
  ...updates,
  ...queries,
  ...profile,
  ...chats,
  logOut: () => true,
  close: () => true,
};

/** Every method that this server knows, by its name in lower case (Telegram takes any case). */
export const methods: ReadonlyMap<string, { readonly name: string; readonly run: Method }> = new Map(
  Object.entries(all).map(([name, run]) => [name.toLowerCase(), { name, run }]),
);
