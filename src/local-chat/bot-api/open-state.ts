import type { BotApiOptions } from './bot-api-server.js';
import { chatEvents } from './chat-events.js';
import { floodControl } from './flood-control.js';
import type { ServerState } from './method.js';
import { methods } from './methods/table.js';
import { pendingQueries } from './pending-queries.js';
import { updateQueue } from './update-queue.js';
import { webhook } from './webhook.js';
import type { World } from './world.js';

/** Everything a server holds, empty. */
export function openState(options: BotApiOptions): ServerState {
  const updates = updateQueue(700_000_001);
  const flood = options.limits && floodControl(options.limits);
  const state: ServerState = {
    token: options.token ?? '4200000001:LOCAL-only-this-machine_0123456789',
    world: openWorld(options),
    profile: {
      names: new Map(),
      descriptions: new Map(),
      shortDescriptions: new Map(),
      commands: new Map(),
      menuButtons: new Map(),
    },
    updates,
    webhook: webhook(updates, (reply) => runReply(state, reply)),
    queries: pendingQueries(options.queryLifetimeMs ?? 30_000),
    events: chatEvents(),
    now: options.now ?? (() => new Date()),
    isAnyChatKnown: options.isAnyChatKnown ?? false,
    admit: (chat, isGroup, isPaid) => flood?.admit(chat, isGroup, isPaid, performance.now()),
  };
  return state;
}

function openWorld(options: BotApiOptions): World {
  const isKeepingMessages = options.keep !== 'counts';
  const bot = {
    id: Number((options.token ?? '4200000001').split(':')[0]) || 4_200_000_001,
    is_bot: true,
    first_name: options.botName ?? '区报',
    username: options.botUsername ?? 'qubao_local_bot',
  };
  return {
    bot,
    users: new Map(),
    chats: new Map(),
    files: new Map(),
    textsKept: options.textsKept ?? (isKeepingMessages ? 100 : 4),
    isKeepingMessages,
  };
}

/** Carries out the call that a bot put into its answer to a webhook's update; what is refused there is lost, as with Telegram. */
async function runReply(state: ServerState, reply: Readonly<Record<string, unknown>>): Promise<void> {
  const { method, ...values } = reply;
  try {
    await methods.get(String(method).toLowerCase())?.run(state, {
      parameters: { values, files: new Map() },
      signal: new AbortController().signal,
    });
  } catch {
    // Telegram tells nobody either.
  }
}
