import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './body.js';
import type { BotApiServer } from './bot-api-server.js';

/** What a bench or test in another process can ask and set. All answers are JSON; bodies are JSON. */
type Control = (server: BotApiServer, body: never) => unknown;

const controls: Readonly<Record<string, Control>> = {
  /** Requests, floods, messages, statuses, first and last message. */
  'GET /control/counts': (server) => server.counts(),
  'GET /control/violations': (server) => server.violations(),
  'GET /control/requests': (server) => server.requests(),
  /** `{chat: [texts of the bot, oldest first]}` of all chats that were given something. */
  'GET /control/texts': (server) => {
    const given = [...server.state.world.chats].filter(([, chat]) => chat.received > 0);
    return Object.fromEntries(given.map(([id, chat]) => [id, chat.texts]));
  },
  /** `{chat: messages of the bot}` of all chats that were given something. */
  'GET /control/received': (server) => {
    const given = [...server.state.world.chats].filter(([, chat]) => chat.received > 0);
    return Object.fromEntries(given.map(([id, chat]) => [id, chat.received]));
  },
  /** `{rules: FaultRule[], seed?}`. */
  'POST /control/faults': (server, { rules, seed }: { rules: []; seed?: number }) =>
    server.setFaults(rules, seed),
  /** `{ms}`. */
  'POST /control/latency': (server, { ms }: { ms: number }) => server.setLatency(ms),
  /** A `NewUser`, or a list of them. */
  'POST /control/users': (server, users: []) => [users].flat().map((user) => server.addUser(user)),
  /** A `NewChat`, or a list of them. */
  'POST /control/chats': (server, chats: []) => [chats].flat().map((chat) => server.addChat(chat)),
  /** `{chat, access}`, or a list of these. */
  'POST /control/access': (server, changes: []) => {
    for (const { chat, access } of [changes].flat()) server.setAccess(chat, access);
  },
  /** `{user, chat, text, thread?}`: somebody writes. */
  'POST /control/say': (server, { user, chat, text, thread }: Said) =>
    server.say(user, chat, text, thread === undefined ? {} : { thread }),
  /** `{kind, payload}`: an update of any kind. */
  'POST /control/push': (server, { kind, payload }: { kind: string; payload: unknown }) =>
    server.push(kind, payload),
  'POST /control/reset': (server) => server.reset(),
};

interface Said {
  readonly user: number;
  readonly chat: number;
  readonly text: string;
  readonly thread?: number;
}

/** Answers requests under `/control/`, for a server that runs as a process of its own. */
export async function answerControl(
  server: BotApiServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const control = controls[`${request.method} ${request.url}`];
  if (control === undefined) {
    response.writeHead(404).end();
    return;
  }
  try {
    const result = control(server, JSON.parse(body.toString() || 'null') as never);
    send(response, 200, result ?? true);
  } catch (thrown) {
    send(response, 400, { error: String(thrown) });
  }
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
