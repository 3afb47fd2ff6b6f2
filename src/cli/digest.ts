import { type Command, InvalidArgumentError } from 'commander';
import type { RunReport } from '../delivery/delivery.js';
import { runDigest } from '../delivery/run-digest.js';
import { openRunLock } from '../delivery/run-lock.js';
import { monotonicTimer } from '../delivery/timer.js';
import { Problem } from '../problem.js';
import { agentsThrough } from '../program/proxy.js';
import { samplesSentence } from '../program/samples.js';
import { openRehearsal, openSending } from '../program/sending.js';
import { botNameAt } from '../telegram/ask-telegram.js';
import type { CliContext } from './context.js';
import { gateSentence } from './gate-sentence.js';

interface Options {
  readonly at: Date;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly gate?: boolean;
}

/** How long a Telegram that is away is waited for. */
const patienceMs = 10 * 60_000;

/** `digest --at ISO-TIME [--dry-run] [--json] [--gate]`: sends every digest due at that moment, then exits. */
export function registerDigest(program: Command, context: CliContext): void {
  program
    .command('digest')
    .requiredOption(
      '--at <time>',
      'the moment, ISO 8601 with offset: 2024-08-28T07:30:00+08:00',
      parseInstant,
    )
    .option('--dry-run', 'says who would be served; makes no network call and writes nothing')
    .option('--json', 'the report as one line of JSON')
    .option('--gate', 'exits with 1, and sends nothing, if the articles should be looked at first')
    .description('sends every digest due at that moment; running it twice sends nothing twice')
    .action(async (options: Options) => {
      const report = options.dryRun ? await rehearse(options, context) : await send(options, context);
      if (report === undefined) return context.fail(1);
      context.out(options.json ? JSON.stringify(report) : summaryOf(report));
      if (report.failed > 0 || report.uncertain > 0) context.fail(1);
    });
}

function parseInstant(text: string): Date {
  const isIso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(text);
  const instant = new Date(text);
  if (isIso && !Number.isNaN(instant.getTime())) return instant;
  throw new InvalidArgumentError('expected a time such as 2024-08-28T07:30:00+08:00, its offset included.');
}

async function rehearse({ at }: Options, context: CliContext): Promise<RunReport> {
  const house = await context.house({ isDryRun: true, at });
  if (house.hasOnlySamples) context.say(samplesSentence(context.settings));
  return openRehearsal(house, context.clock, context.log).rehearse(at);
}

/** @returns undefined where the gate is shut. */
async function send({ at, gate }: Options, context: CliContext): Promise<RunReport | undefined> {
  const { settings, log, clock } = context;
  const { BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = settings;
  if (token === undefined)
    throw new Problem('BOT_TOKEN: expected a token: without one nobody can be sent anything. Try --dry-run.');
  const house = await context.house({ at });
  if (house.hasOnlySamples) context.say(samplesSentence(settings));
  const way = { token, apiRoot, agent: agentsThrough(settings.HTTPS_PROXY)(apiRoot) };
  let botName = '';
  const { delivery, close } = openSending(house, { ...way, clock, log, botName: () => botName });
  try {
    const findings = await delivery.gate(at);
    for (const finding of findings) context.say(gateSentence(finding));
    if (gate && findings.length > 0) return undefined;
    const run = async (moment: Date) => {
      botName = await botNameAt(way, log, AbortSignal.timeout(patienceMs));
      return delivery.run(moment);
    };
    const { storage } = house;
    return await runDigest(
      { storage, timer: monotonicTimer, lock: openRunLock(storage, monotonicTimer), run },
      at,
    );
  } finally {
    await close();
  }
}

function summaryOf(report: RunReport): string {
  const { at, due, sent, empty, unreachable, uncertain, failed, retried, calls, seconds } = report;
  return [
    `${at}: ${due} due, ${sent} sent, ${empty} with nothing for them`,
    `${unreachable} unreachable, ${failed} failed, ${uncertain} uncertain, ${retried} retried`,
    `requests: ${calls}, in ${seconds.toFixed(1)} s`,
  ].join('; ');
}
