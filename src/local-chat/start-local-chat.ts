import { randomBytes } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import type { MovableClock } from '../calendar/movable-clock.js';
import type { Log } from '../log.js';
import { messageOf, Problem } from '../problem.js';
import type { BotApiServer } from './bot-api/bot-api-server.js';
import { startBotApi } from './bot-api/start-bot-api.js';
import { pageApp } from './page-app.js';
import { setScene } from './scene.js';

/** How the local chat is to be. */
export interface LocalChatOptions {
  /** Default 0: a free one. */
  readonly port?: number;
  /** The clock that the visitor moves; whoever is to act on it listens with `clock.onMoved`. */
  readonly clock: MovableClock;
  /** The zone the clock is shown in, such as `Asia/Shanghai`. */
  readonly zone: string;
  /** Where the button for the next morning goes, `HH:MM`. Default 07:30. */
  readonly morning?: string;
  /** Default 区报. */
  readonly botName?: string;
  readonly log: Log;
}

/** A Bot API server with a chat page, on loopback. */
export interface LocalChat {
  /** The page, `http://127.0.0.1:PORT/`. */
  readonly address: string;
  /** For TELEGRAM_API_ROOT. */
  readonly apiRoot: string;
  /** A token made for this run. */
  readonly token: string;
  /** The people and chats behind the page. */
  readonly server: BotApiServer;
  close(): Promise<void>;
}

/**
 * Starts the local chat on 127.0.0.1.
 * @throws {Problem} where the port cannot be had.
 */
export async function startLocalChat(options: LocalChatOptions): Promise<LocalChat> {
  let answerPage: ReturnType<typeof getRequestListener> | undefined;
  const server = await startBotApi({
    port: options.port ?? 0,
    token: `${4_200_000_000 + Math.floor(Math.random() * 90_000_000)}:${randomBytes(24).toString('base64url')}`,
    now: () => options.clock.now(),
    botName: options.botName ?? '区报',
    otherwise: (request, response) => void answerPage?.(request, response),
  }).catch((thrown: unknown) => {
    throw portProblem(options.port ?? 0, thrown);
  });
  setScene(server);
  const { clock, zone, morning = '07:30' } = options;
  answerPage = getRequestListener(pageApp({ server, clock, zone, morning }).fetch);
  options.log.debug({ port: server.port }, 'local chat is open');
  return {
    address: `${server.url}/`,
    apiRoot: server.url,
    token: server.token,
    server,
    close: () => server.close(),
  };
}

function portProblem(port: number, thrown: unknown): Problem {
  const isTaken = messageOf(thrown).includes('EADDRINUSE');
  const why = isTaken ? 'another program listens there; choose another or leave PORT out' : messageOf(thrown);
  return new Problem(`PORT is ${port}, but the local chat cannot be opened on it: ${why}.`, {
    cause: thrown,
  });
}
