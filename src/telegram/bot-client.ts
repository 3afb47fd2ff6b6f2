import { Agent, type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, Agent as SecureAgent } from 'node:https';
import { TLSSocket } from 'node:tls';
import { messageOf } from '../problem.js';
import { stopSwitch } from './stop-switch.js';

/** What came back over HTTP, before anybody interprets it. */
export type RawAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: Buffer }
  /** The answer broke off after its status line. */
  | { readonly kind: 'cut'; readonly status: number; readonly cause: string }
  /** No answer. `wasWritten`: there was a connection, so the request may have arrived. */
  | { readonly kind: 'silent'; readonly wasWritten: boolean; readonly cause: string };

/**
 * A thin HTTP client of the Bot API for what is sent by the thousand: telegraf's costs twice the processor time a call. One
 * request a call, keep-alive, no retry; it never throws.
 */
export interface BotClient {
  /** @param body JSON text. */
  call(method: string, body: string, options: CallOptions): Promise<RawAnswer>;
  close(): void;
}

export interface CallOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Where and as whom to call. */
export interface BotClientSettings {
  readonly token: string;
  /** `https://api.telegram.org`, or another server, without `/bot…`. */
  readonly apiRoot: string;
  /** The way through a proxy; default: a keep-alive agent of its own. */
  readonly agent?: Agent | undefined;
}

/** Bytes. An answer of the Bot API to a send is some kilobytes; more than this is no such answer. */
const longestAnswer = 1_000_000;

/** Makes a client; opens no connection yet. */
export function createBotClient({ token, apiRoot, agent }: BotClientSettings): BotClient {
  const root = new URL(apiRoot);
  const isSecure = root.protocol === 'https:';
  const own =
    agent ?? new (isSecure ? SecureAgent : Agent)({ keepAlive: true, scheduling: 'lifo', noDelay: true });
  const base = {
    agent: own,
    method: 'POST',
    protocol: root.protocol,
    hostname: root.hostname.replace(/^\[|\]$/g, ''),
    port: root.port || (isSecure ? 443 : 80),
  };
  const prefix = `${root.pathname.replace(/\/$/, '')}/bot${token}/`;
  const open = isSecure ? httpsRequest : httpRequest;
  const stopping = stopSwitch();
  return {
    call(method, body, { timeoutMs, signal }) {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const request = open({ ...base, path: prefix + method, headers });
      const stop = setTimeout(
        () => request.destroy(new Error(`no answer within ${timeoutMs / 1_000} s`)),
        timeoutMs,
      );
      const forget = signal && stopping(signal, request);
      return new Promise((resolve) =>
        exchange(request, body, (answer) => {
          clearTimeout(stop);
          forget?.();
          resolve(answer);
        }),
      );
    },
    close: () => own.destroy(),
  };
}

/** Writes the request and calls `end` once with what came of it. */
function exchange(request: ClientRequest, body: string, end: (answer: RawAnswer) => void): void {
  let wasWritten = false;
  onConnected(request, () => {
    wasWritten = true;
  });
  request.on('response', (response) => collect(response, end));
  request.on('error', (error) => end({ kind: 'silent', wasWritten, cause: causeOf(error) }));
  request.end(body);
}

/** Calls back once a connection exists: from then on the request counts as written. */
function onConnected(request: ClientRequest, connected: () => void): void {
  request.on('socket', (socket) => {
    if (request.reusedSocket) return connected();
    if (socket instanceof TLSSocket) {
      if (!socket.connecting && socket.getCipher()?.name) connected();
      else socket.once('secureConnect', connected);
    } else if (socket.connecting) socket.once('connect', connected);
    else connected();
  });
}

function collect(response: IncomingMessage, end: (answer: RawAnswer) => void): void {
  const status = response.statusCode ?? 0;
  const parts: Buffer[] = [];
  let length = 0;
  response.on('data', (part: Buffer) => {
    parts.push(part);
    length += part.length;
    if (length > longestAnswer) response.destroy(new Error('the answer is too long'));
  });
  response.on('end', () => end({ kind: 'answered', status, body: Buffer.concat(parts) }));
  response.on('error', (error) => end({ kind: 'cut', status, cause: causeOf(error) }));
}

/** The error's code where there is one: its message may quote the URL, and so the token. */
function causeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : messageOf(error);
}
