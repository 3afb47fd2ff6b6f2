import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Problem } from '../problem.js';

/** What takes the updates that Telegram posts. Declared here, implemented by the Telegram folder. */
export interface WebhookReceiver {
  /** Path that nobody can guess. */
  readonly path: string;
  /** @returns the HTTP status to answer with. */
  receive(body: string, secret: string | undefined): Promise<number>;
}

/** A server for what comes from outside. */
export interface WebhookServer {
  readonly port: number;
  close(): Promise<void>;
}

/** More than any update; what is longer is cut off unread. */
const longestBody = 1_000_000;
/** A request that takes longer than this is no update. */
const timeoutMs = 30_000;

/**
 * Listens for Telegram's posts. `GET /healthz` answers 200, for whoever watches the process.
 * @param port 0: a free one.
 * @throws {Problem} when the port cannot be had.
 */
export async function startWebhookServer(receiver: WebhookReceiver, port: number): Promise<WebhookServer> {
  const server = createServer((request, response) => {
    void statusFor(request, receiver).then(
      (status) => response.writeHead(status, { connection: status === 200 ? 'keep-alive' : 'close' }).end(),
      () => response.writeHead(500).end(),
    );
  });
  server.requestTimeout = timeoutMs;
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function statusFor(request: IncomingMessage, { path, receive }: WebhookReceiver): Promise<number> {
  const [asked] = (request.url ?? '').split('?');
  if (request.method === 'GET' && asked === '/healthz') return 200;
  if (asked !== path) return 404;
  if (request.method !== 'POST') return 405;
  const body = await bodyOf(request);
  const secret = request.headers['x-telegram-bot-api-secret-token'];
  return body === undefined ? 413 : receive(body, typeof secret === 'string' ? secret : undefined);
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestBody) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(new Problem(`PORT: cannot listen on ${port}: ${cause.code ?? cause.message}.`, { cause })),
    );
    server.listen(port, resolve);
  });
}
