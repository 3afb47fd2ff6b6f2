import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openArchive } from '../../../src/archive/open-archive.js';
import type { RunReport } from '../../../src/delivery/delivery.js';
import type { BotApiServer } from '../../../src/local-chat/bot-api/bot-api-server.js';
import type { FaultRule } from '../../../src/local-chat/bot-api/faults.js';
import { startBotApi } from '../../../src/local-chat/bot-api/start-bot-api.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import type { LedgerEntry } from '../../../src/subscribers/ledger.js';
import { newEntry, openSubscribers } from '../../../src/subscribers/open-subscribers.js';
import { article, wishOf, zone } from '../../delivery/support/newsroom.js';
import { type Random, seededRandom } from './seeded-random.js';

const at = '2024-08-28T07:30:00+08:00';
const childPath = new URL('child.mjs', import.meta.url).pathname;
/** Ten times faster than the machine's clock: pauses of the run are short, its logic is the same. */
const speed = 10;
const rate = 20;
const timeoutMs = 400;
/** A run that has not ended after this long does not end by itself. */
const longestRunMs = 60_000;

/** What one seeded play came to. */
export interface PlayResult {
  readonly seed: number;
  readonly chats: number;
  readonly kills: number;
  /** Requests of which the program never learnt what became: cut off, or without an answer in time. */
  readonly unknown: number;
  readonly doubled: number;
  readonly uncertain: number;
  /** Chats that have no copy and are not named as uncertain or unreachable: promised to be none. */
  readonly lost: readonly number[];
  /** Chats with more than two copies: promised to be none. */
  readonly tripled: readonly number[];
  /** Requests that a last run made, when all was served. */
  readonly callsAtRest: number;
  /** Chats with two copies of which no send was unknown or in flight at a kill: promised to be none. */
  readonly unexplained: readonly number[];
}

/** Plays one morning with everything going wrong that the seed says. */
export async function play(seed: number): Promise<PlayResult> {
  const random = seededRandom(seed);
  const folder = await mkdtemp(path.join(tmpdir(), 'qubao-chaos-'));
  const url = `sqlite://${path.join(folder, 'store.sqlite')}`;
  const server = await startBotApi({ keep: 'counts', seed });
  try {
    const chats = await fillStore(url, random);
    const unreachable = chats.filter(() => random() < 0.05);
    for (const chat of chats) server.addUser({ id: chat, firstName: String(chat), isStarted: true });
    for (const chat of unreachable) server.setAccess(chat, { kind: 'blocked' });
    server.setFaults(faultsOf(random), seed);
    const inFlight = new Set<number>();
    const kills = Math.floor(random() * 4);
    for (let kill = 0; kill < kills; kill++)
      for (const chat of await runAndKill(server, url, seed + kill, random)) inFlight.add(chat);
    await runToTheEnd(server, url, seed, random);
    return await judge(server, url, { seed, chats, unreachable, kills, inFlight });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts two processes at the same time. @returns how many copies each chat got, and what the two report together. */
export async function playTwoAtOnce(seed: number) {
  const random = seededRandom(seed);
  const folder = await mkdtemp(path.join(tmpdir(), 'qubao-two-'));
  const url = `sqlite://${path.join(folder, 'store.sqlite')}`;
  const server = await startBotApi({ keep: 'counts', seed });
  try {
    const chats = await fillStore(url, random);
    for (const chat of chats) server.addUser({ id: chat, firstName: String(chat), isStarted: true });
    const reports = await Promise.all([runOnce(server, url, seed, 0), runOnce(server, url, seed + 1, 0)]);
    return {
      copies: new Set(chats.map((chat) => server.received(chat))),
      chats: chats.length,
      sent: reports.map((report) => report.sent).sort((one, other) => one - other),
    };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fillStore(url: string, random: Random): Promise<number[]> {
  const storage = await openStorage(url);
  const archive = openArchive(storage, zone);
  const subscribers = openSubscribers(storage);
  await archive.takeIn(
    [article('one'), article('two'), article('three', { districts: ['二七区'] })],
    new Date(at),
  );
  const chats = Array.from({ length: 20 + Math.floor(random() * 40) }, (_, index) => 1_000 + index);
  for (const chat of chats) {
    const district = random() < 0.5 ? '金水区' : '二七区';
    await subscribers.ledger.set(String(chat), newEntry(0, null));
    await subscribers.wishes.set(String(chat), wishOf(chat, { rules: [{ district }] }));
  }
  await storage.close();
  await writeFile(diaryOf(url), '');
  return chats;
}

function faultsOf(random: Random): FaultRule[] {
  const sometimes = (fault: FaultRule['fault']): FaultRule => ({ fault, probability: random() * 0.08 });
  return [
    sometimes({ kind: 'error', code: 500 }),
    sometimes({ kind: 'html', code: 502 }),
    sometimes({ kind: 'flood', retryAfterS: 1 + Math.floor(random() * 3) }),
    sometimes({ kind: 'garbled' }),
    sometimes({ kind: 'hang', isAccepted: true }),
    sometimes({ kind: 'hang', isAccepted: false }),
    sometimes({ kind: 'reset', isAccepted: true }),
    sometimes({ kind: 'reset', isAccepted: false }),
    sometimes({ kind: 'slow', ms: 40 }),
  ];
}

/** Where the children of a play write down whose sends came to nothing that is known. */
const diaryOf = (url: string) => `${url.slice('sqlite://'.length)}.unknown`;

function startChild(server: BotApiServer, url: string, seed: number, storeFaults: number): ChildProcess {
  const settings = {
    url,
    apiRoot: server.url,
    token: server.token,
    at,
    rate,
    speed,
    timeoutMs,
    storeFaults,
    seed,
    diary: diaryOf(url),
  };
  return spawn(process.execPath, [childPath, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Kills the process after some requests. @returns the chats whose send was begun and not yet recorded then. */
async function runAndKill(
  server: BotApiServer,
  url: string,
  seed: number,
  random: Random,
): Promise<readonly number[]> {
  const child = startChild(server, url, seed, random() < 0.3 ? 0.03 : 0);
  const killAt = server.counts().requests + 1 + Math.floor(random() * 30);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const watch = setInterval(() => {
    if (server.counts().requests >= killAt) child.kill('SIGKILL');
  }, 2);
  await ended;
  clearInterval(watch);
  const entries = await entriesOf(url);
  return [...entries].flatMap(([chat, { attempt }]) => (attempt === undefined ? [] : [chat]));
}

/** Runs again until all is served: each run ends by itself. */
async function runToTheEnd(server: BotApiServer, url: string, seed: number, random: Random): Promise<void> {
  for (let round = 0; round < 8; round++) {
    const report = await runOnce(server, url, seed + 100 + round, random() < 0.3 ? 0.03 : 0);
    if (report.failed === 0) return;
  }
  throw new Error(`seed ${seed}: chats still fail after eight runs`);
}

function runOnce(server: BotApiServer, url: string, seed: number, storeFaults: number): Promise<RunReport> {
  const child = startChild(server, url, seed, storeFaults);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    output += part;
  });
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => child.kill('SIGKILL'), longestRunMs);
    child.once('exit', (code, signal) => {
      clearTimeout(tooLong);
      if (code === 0) resolve(JSON.parse(output));
      else reject(new Error(`seed ${seed}: a run ended by ${signal ?? `status ${code}`}`));
    });
  });
}

async function entriesOf(url: string): Promise<ReadonlyMap<number, LedgerEntry>> {
  const storage = await openStorage(url);
  const entries = new Map<number, LedgerEntry>();
  for await (const page of openSubscribers(storage).ledger.scan())
    for (const [key, entry] of page) entries.set(Number(key), entry);
  await storage.close();
  return entries;
}

/** The chat of every send that stayed unknown, in the order of their ends. */
async function unknownSends(url: string): Promise<readonly number[]> {
  const lines = await readFile(diaryOf(url), 'utf8');
  return lines.split('\n').filter(Boolean).map(Number);
}

interface Played {
  readonly seed: number;
  readonly chats: readonly number[];
  readonly unreachable: readonly number[];
  readonly kills: number;
  readonly inFlight: ReadonlySet<number>;
}

async function judge(server: BotApiServer, url: string, played: Played): Promise<PlayResult> {
  const { seed, chats, unreachable, kills, inFlight } = played;
  const copies = new Map(chats.map((chat) => [chat, server.received(chat)]));
  const unknown = await unknownSends(url);
  const isExplained = new Set([...unknown, ...inFlight]);
  const before = server.counts().requests;
  await runOnce(server, url, seed, 0);
  const entries = await entriesOf(url);
  const isExcused = new Set(chats.filter((chat) => entries.get(chat)?.uncertain !== undefined));
  const doubled = chats.filter((chat) => (copies.get(chat) ?? 0) > 1);
  return {
    seed,
    chats: chats.length,
    kills,
    unknown: unknown.length,
    doubled: doubled.length,
    uncertain: isExcused.size,
    lost: chats.filter(
      (chat) => copies.get(chat) === 0 && !isExcused.has(chat) && !unreachable.includes(chat),
    ),
    tripled: chats.filter((chat) => (copies.get(chat) ?? 0) > 2),
    callsAtRest: server.counts().requests - before,
    unexplained: doubled.filter((chat) => !isExplained.has(chat)),
  };
}
