import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { isLoopback, type Settings } from '../config.js';
import { areAllSamples, openContent } from '../intake/open-content.js';
import { messageOf } from '../problem.js';
import { openHouse } from '../program/house.js';
import { agentsThrough } from '../program/proxy.js';
import { samplesSentence } from '../program/samples.js';
import { askTelegram } from '../telegram/ask-telegram.js';
import type { CliContext } from './context.js';

/** What one look found. */
interface Diagnosis {
  readonly kind: 'good' | 'note' | 'problem';
  readonly sentence: string;
}

const good = (sentence: string): Diagnosis => ({ kind: 'good', sentence });
const note = (sentence: string): Diagnosis => ({ kind: 'note', sentence });
const problem = (sentence: string): Diagnosis => ({ kind: 'problem', sentence });
const marks = { good: '✓', note: '·', problem: '✗' } as const;

/** Below this much free space the next page or run may not find room. */
const leastFreeBytes = 100 * 1024 * 1024;

/** `doctor`: what is wrong with this installation, in sentences. */
export function registerDoctor(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description('says what is wrong with this installation, in sentences; exit status 1 if something is')
    .action(async () => {
      const { settings } = context;
      const looks = [lookAtSettings, lookAtContent, lookAtStore, lookAtDisk, lookAtTelegram];
      const said = new Set<string>();
      for (const look of looks) {
        for (const { kind, sentence } of await look(settings)) {
          // Content that cannot be opened keeps the store from being opened, too.
          if (!said.has(sentence)) context.out(`${marks[kind]} ${sentence}`);
          said.add(sentence);
          if (kind === 'problem') context.fail(1);
        }
      }
    });
}

async function lookAtSettings(settings: Settings): Promise<readonly Diagnosis[]> {
  const found = settings.warnings.map(note);
  if (settings.isLocal) found.push(note('BOT_TOKEN is not set: npm start opens the local chat.'));
  if (!settings.isLocal && settings.ADMIN_CHAT_IDS.length === 0) {
    found.push(
      note(
        'ADMIN_CHAT_IDS is not set: nobody is asked or told when something is wrong with a page or a run.',
      ),
    );
  }
  return [good(`Node ${process.versions.node}; the settings can be read.`), ...found];
}

async function lookAtContent(settings: Settings): Promise<readonly Diagnosis[]> {
  try {
    const content = await openContent(settings.CONTENT_DIR);
    const { articles, findings } = await content.readAll();
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const summary = `${content.city.name}: ${articles.length} articles in ${settings.CONTENT_DIR}`;
    return [
      errors === 0
        ? good(`${summary}.`)
        : problem(`${summary}, ${errors} findings keep articles out: run check.`),
      ...(articles.length === 0
        ? [problem('There are no articles: put pages into pages/YYYY-MM-DD of CONTENT_DIR.')]
        : []),
      ...(areAllSamples(articles) ? [note(samplesSentence(settings))] : []),
    ];
  } catch (thrown) {
    return [problem(messageOf(thrown))];
  }
}

async function lookAtStore(settings: Settings): Promise<readonly Diagnosis[]> {
  try {
    const house = await openHouse(settings);
    const readers = await house.subscribers.count();
    const articles = await house.archive.count();
    await house.close();
    return [good(`The store ${settings.storeUrl} serves; subscribers: ${readers}, articles: ${articles}.`)];
  } catch (thrown) {
    return [problem(messageOf(thrown))];
  }
}

async function lookAtDisk({ storeUrl }: Settings): Promise<readonly Diagnosis[]> {
  if (storeUrl === 'memory://')
    return [note('The store is in memory: everything is gone when the program ends.')];
  const file = /^sqlite:\/\/(.+)$/.exec(storeUrl)?.[1];
  if (file === undefined || !existsSync(path.dirname(file))) return [];
  const { bavail, bsize } = await statfs(path.dirname(file));
  const free = bavail * bsize;
  const megabytes = Math.round(free / 1024 / 1024);
  return free < leastFreeBytes
    ? [problem(`Only ${megabytes} MB are free where the store lies; a full disk stops the runs.`)]
    : [good(`${megabytes} MB are free where the store lies.`)];
}

async function lookAtTelegram(settings: Settings): Promise<readonly Diagnosis[]> {
  const { BOT_TOKEN: token, TELEGRAM_API_ROOT: root, HTTPS_PROXY: proxy } = settings;
  if (token === undefined) return [];
  const way = proxy === undefined || isLoopback(root) ? root : `${root} through the proxy of HTTPS_PROXY`;
  const answer = await askTelegram({ token, apiRoot: root, agent: agentsThrough(proxy)(root) });
  switch (answer.kind) {
    case 'bot':
      return [
        good(`Telegram answers at ${way}: the bot is @${answer.name}.`),
        ...(answer.readsGroups
          ? []
          : [
              note(
                'Group privacy is on: in groups the bot sees only commands and replies. BotFather /setprivacy changes it.',
              ),
            ]),
      ];
    case 'refused':
      return [problem(`BOT_TOKEN: ${way} does not know this token; get it anew from BotFather.`)];
    case 'away':
      return [
        problem(
          `Telegram cannot be reached at ${way}: ${answer.cause}.${proxy === undefined ? ' Where the network blocks it, set HTTPS_PROXY.' : ''}`,
        ),
      ];
  }
}
