import type { SendOutcome } from './messenger.js';
import type { Turn, TurnParts } from './turn.js';

/** Makes one request and tells the pace what came of it. */
export async function makeRequest(
  parts: TurnParts,
  { job, sending, options }: Turn,
  isPlain: boolean,
): Promise<SendOutcome> {
  const { messenger, pace, timer, onOutcome } = parts;
  const { to, message } = sending;
  const sentMs = timer.nowMs();
  job.tally.calls++;
  if (job.isRetry || (sending.isRepetition && !isPlain)) job.tally.retried++;
  const outcome = await messenger.send(to, message, { isPlain, signal: options.cut });
  if (outcome.kind === 'limited') pace.limited(to.chat, outcome.retryAfterS);
  else if (outcome.kind !== 'failed' && outcome.kind !== 'unknown') pace.accepted(to.chat);
  onOutcome(outcome, { chat: to.chat, isPlain, tookMs: timer.nowMs() - sentMs });
  return outcome;
}
