import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answering, answerRequest, isBotApiPath } from './answer-request.js';
import type { BotApiOptions, BotApiServer } from './bot-api-server.js';
import { faultPlan } from './faults.js';
import type { ServerState } from './method.js';
import { openState } from './open-state.js';
import { acts } from './people/acts.js';
import { places } from './people/places.js';
import { type RequestLog, requestLog } from './request-log.js';
import type { ApiMessage } from './types.js';
import type { ChatRecord } from './world.js';

/** Starts a server on 127.0.0.1. */
export async function startBotApi(options: BotApiOptions = {}): Promise<BotApiServer> {
  const state = openState(options);
  const log = requestLog(options.keep !== 'counts');
  let plan = faultPlan(options.faults ?? [], options.seed);
  let latencyMs = options.latencyMs ?? 0;
  const answering: Answering = { state, log, faults: () => plan, latencyMs: () => latencyMs };
  const { server, port } = await listen(answering, options);
  return {
    ...acts(state),
    ...places(state),
    ...views(state, log),
    url: `http://127.0.0.1:${port}`,
    port,
    token: state.token,
    bot: state.world.bot,
    state,
    events: state.events,
    push: (kind, payload) => void state.updates.push(kind, payload),
    setFaults: (rules, seed) => {
      plan = faultPlan(rules, seed);
    },
    setLatency: (ms) => {
      latencyMs = ms;
    },
    close() {
      state.updates.close();
      state.webhook.close();
      state.queries.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function listen(answering: Answering, options: BotApiOptions) {
  const server = createServer((request, response) => {
    if (isBotApiPath(request.url ?? ''))
      answerRequest(answering, request, response).catch(() => response.destroy());
    else if (options.otherwise) options.otherwise(request, response);
    else response.writeHead(404).end();
  });
  server.keepAliveTimeout = 60_000;
  return new Promise<{ server: typeof server; port: number }>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () =>
      resolve({ server, port: (server.address() as AddressInfo).port }),
    );
  });
}

function views(state: ServerState, log: RequestLog) {
  const { world } = state;
  return {
    messages: (chat: number) => [...(world.chats.get(chat)?.messages.values() ?? [])],
    received: (chat: number) => world.chats.get(chat)?.received ?? 0,
    texts: (chat: number) => world.chats.get(chat)?.texts ?? [],
    nextMessage: (isIt: (message: ApiMessage) => boolean) =>
      new Promise<ApiMessage>((resolve) => {
        const stop = state.events.listen((event) => {
          if (event.kind !== 'message' || event.message.from?.id !== world.bot.id || !isIt(event.message))
            return;
          stop();
          resolve(event.message);
        });
      }),
    requests: () => log.recent(),
    violations: () => log.violations(),
    counts: () => log.counts(),
    reset() {
      log.reset();
      for (const chat of world.chats.values()) forget(chat);
    },
  };
}

function forget(chat: ChatRecord): void {
  chat.messages.clear();
  chat.received = 0;
  chat.texts = [];
}
