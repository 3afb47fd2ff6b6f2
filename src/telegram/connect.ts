import type { Telegram } from 'telegraf';
import { z } from 'zod';
import type { Log } from '../log.js';
import { messageOf, Problem } from '../problem.js';
import { isWrongToken, wait } from './patience.js';

const firstWaitMs = 1_000;
const longestWaitMs = 30_000;
const timeoutMs = 15_000;
const me = z.object({ id: z.int(), username: z.string() });

/** Asks Telegram who the bot is, for as long as it takes: the network may come later. */
export async function connect(
  telegram: Telegram,
  log: Log,
  signal: AbortSignal,
): Promise<{ readonly id: number; readonly name: string }> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    signal.throwIfAborted();
    try {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      const { id, username } = me.parse(await telegram.callApi('getMe', {}, { signal: limit as never }));
      if (waitMs > firstWaitMs) log.info({}, 'Telegram answers');
      return { id, name: username };
    } catch (thrown) {
      signal.throwIfAborted();
      if (isWrongToken(thrown)) throw wrongToken();
      if (waitMs === firstWaitMs)
        log.warn({ reason: messageOf(thrown) }, 'Telegram cannot be reached; trying again until it answers');
      await wait(waitMs, signal);
    }
  }
}

/** What the operator has to mend. */
export function wrongToken(): Problem {
  return new Problem(
    'BOT_TOKEN: Telegram does not know this token. Expected the one that @BotFather gave; ask it for /token.',
    { exitStatus: 2 },
  );
}
