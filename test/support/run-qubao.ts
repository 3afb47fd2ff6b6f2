import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a finished command said. */
export interface Finished {
  readonly status: number | null;
  readonly out: string;
  readonly talk: string;
}

/** A home for one test: its own working folder, store and settings, and nothing of this machine's. */
export interface TestHome {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Starts `qubao ARGUMENTS` as a real process. */
  start(...commandLine: readonly string[]): ChildProcess;
  /** Runs it to its end. */
  run(...commandLine: readonly string[]): Promise<Finished>;
  /** The same with text on stdin. */
  feed(input: string, ...commandLine: readonly string[]): Promise<Finished>;
  /** Starts the bot itself. */
  startBot(): ChildProcess;
}

const project = path.resolve(import.meta.dirname, '../..');

/** Makes a home; `settings` are environment variables of qubao. */
export async function makeTestHome(settings: Readonly<Record<string, string>> = {}): Promise<TestHome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'qubao-'));
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    CONTENT_DIR: path.join(project, 'content'),
    STORE_URL: `sqlite://${path.join(folder, 'qubao.sqlite')}`,
    LOG_LEVEL: 'warn',
    ...settings,
  };
  const launch = (file: string, words: readonly string[]) =>
    spawn(process.execPath, [path.join(project, 'dist', file), ...words], { cwd: folder, env: environment });
  const feed = (input: string, ...words: readonly string[]) => {
    const child = launch('cli/qubao.js', words);
    child.stdin?.end(input);
    return finished(child);
  };
  return {
    folder,
    environment,
    start: (...words) => launch('cli/qubao.js', words),
    run: (...words) => feed('', ...words),
    feed,
    startBot: () => launch('main.js', []),
  };
}

/** Waits for a process to end and gives what it said. */
export function finished(child: ChildProcess): Promise<Finished> {
  const said = { out: '', talk: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.talk += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...said }));
  });
}
