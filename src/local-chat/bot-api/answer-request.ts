import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, readParameters } from './body.js';
import type { Fault, FaultPlan } from './faults.js';
import type { ServerState } from './method.js';
import { methods } from './methods/table.js';
import { type Parameters, text } from './parameters.js';
import { Refusal, refusalBody, tooMany } from './refusal.js';
import type { RequestLog } from './request-log.js';

/** What answering needs beside the state. */
export interface Answering {
  readonly state: ServerState;
  readonly log: RequestLog;
  readonly faults: () => FaultPlan;
  /** Milliseconds before every answer but those of getUpdates. */
  readonly latencyMs: () => number;
}

interface Answer {
  readonly status: number;
  readonly body: string;
  /** Why, where it was refused. */
  readonly refusal?: Refusal;
}

/** What is done instead of answering. */
type Silence = 'hang' | 'reset';

/** Whether a path belongs to the Bot API, to its files included. */
export function isBotApiPath(path: string): boolean {
  return path.startsWith('/bot') || path.startsWith('/file/bot');
}

/** Answers a request under `/bot<token>/` or `/file/bot<token>/`. */
export async function answerRequest(
  answering: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const { token } = answering.state;
  const filePrefix = `/file/bot${token}/`;
  const methodPrefix = `/bot${token}/`;
  if (path.startsWith(filePrefix)) sendFile(answering.state, path.slice(filePrefix.length), response);
  else if (path.startsWith(methodPrefix))
    await answerMethod(answering, path.slice(methodPrefix.length), query, request, response);
  else {
    await readBody(request);
    const refusal = new Refusal(401, 'Unauthorized', false);
    note(answering.log, '', undefined, refused(refusal));
    write(response, refused(refusal));
  }
}

async function answerMethod(
  answering: Answering,
  name: string,
  query: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const called = methods.get(name.toLowerCase())?.name ?? name;
  let chat: number | undefined;
  let answer: Answer | Silence;
  try {
    const parameters = await readParameters(request, query);
    chat = Number(text(parameters, 'chat_id')) || undefined;
    const lateMs = called === 'getUpdates' ? 0 : answering.latencyMs();
    if (lateMs > 0) await pause(lateMs);
    const fault = answering.faults().next(called, chat);
    answer = await underFault(fault, () => carryOut(answering.state, called, parameters, response));
  } catch (thrown) {
    answer = refused(thrown instanceof Refusal ? thrown : new Refusal(500, 'Internal Server Error', false));
  }
  note(answering.log, called, chat, answer);
  if (typeof answer !== 'string') write(response, answer);
  else if (answer === 'reset') response.socket?.resetAndDestroy();
}

async function carryOut(
  state: ServerState,
  called: string,
  parameters: Parameters,
  response: ServerResponse,
): Promise<Answer> {
  const method = methods.get(called.toLowerCase());
  if (method === undefined) throw new Refusal(404, 'Not Found', true);
  const signal = called === 'getUpdates' ? endOf(response) : unending;
  const result = await method.run(state, { parameters, signal });
  return { status: 200, body: `{"ok":true,"result":${JSON.stringify(result)}}` };
}

/** What comes back under a fault. */
async function underFault(fault: Fault | undefined, run: () => Promise<Answer>): Promise<Answer | Silence> {
  switch (fault?.kind) {
    case undefined:
      return run();
    case 'slow':
      await pause(fault.ms);
      return run();
    case 'error':
      return refused(new Refusal(fault.code, fault.description ?? 'Internal Server Error', false));
    case 'flood':
      return refused(tooMany(fault.retryAfterS));
    case 'html':
      return { status: fault.code, body: '<html><body><h1>Bad Gateway</h1><hr>proxy</body></html>' };
    case 'garbled':
      return garbled(await run());
    case 'hang':
    case 'reset':
      if (fault.isAccepted) await run();
      return fault.kind;
  }
}

function garbled({ status, body }: Answer): Answer {
  return { status, body: body.slice(0, Math.floor(body.length / 2)) };
}

function refused(refusal: Refusal): Answer {
  return { status: refusal.code, body: JSON.stringify(refusalBody(refusal)), refusal };
}

function note(log: RequestLog, method: string, chat: number | undefined, answer: Answer | Silence): void {
  const { status, refusal } = typeof answer === 'string' ? { status: 0 } : answer;
  const record = { method, chat, status, description: refusal?.message, atMs: performance.now() };
  log.add(record, refusal?.isBotsFault ?? false);
}

function write(response: ServerResponse, { status, body }: Answer): void {
  const type = body.startsWith('<') ? 'text/html' : 'application/json';
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function sendFile(state: ServerState, path: string, response: ServerResponse): void {
  const file = state.world.files.get(path.replace('documents/', ''));
  if (file === undefined) {
    write(response, refused(new Refusal(404, 'Not Found', false)));
    return;
  }
  const head = { 'content-type': 'application/octet-stream', 'content-length': file.bytes.length };
  response.writeHead(200, head).end(file.bytes);
}

/** For all methods that answer at once. */
const unending = new AbortController().signal;

/** Aborted when the connection is gone before an answer. */
function endOf(response: ServerResponse): AbortSignal {
  const ended = new AbortController();
  response.once('close', () => ended.abort());
  return ended.signal;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
