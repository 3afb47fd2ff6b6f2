import type { Archive } from '../archive/archive.js';
import type { Address } from '../subscribers/wish.js';
import type { Request } from './composer.js';
import type { Served } from './delivery.js';
import type { TurnParts } from './turn.js';

/** What a preview needs. */
interface PreviewParts extends TurnParts {
  readonly archive: Archive;
  readonly signal: AbortSignal;
}

/** Sends what `of`'s next digest looks like to `to`. Reads no more of the ledger than the cursor, and writes nothing. */
export async function previewOf(parts: PreviewParts, of: Address, to: Address, now: Date): Promise<Served> {
  const { archive, subscribers, composer, messenger, pace, signal } = parts;
  const subscriber = await subscribers.get(of);
  if (subscriber === undefined) return { kind: 'not-served', reason: 'not subscribed' };
  const { wish, ledger } = subscriber;
  const upTo = await archive.headAt(now);
  const request: Request = { wish, after: ledger.cursor, upTo, ahead: ledger.ahead, at: now };
  const composed = await composer.compose(composer.nameOf(request), request);
  if (composed === 'nothing') return { kind: 'empty' };
  await pace.admit(to.chat, 'reader', signal);
  const outcome = await messenger.send(to, composed.message, { signal });
  if (outcome.kind === 'limited') pace.limited(to.chat, outcome.retryAfterS);
  else pace.accepted(to.chat);
  if (outcome.kind === 'delivered') return { kind: 'sent', digest: composed.digest };
  return { kind: 'not-served', reason: outcome.kind };
}
