import { TelegramError } from 'telegraf';

/** 401 for a token that nobody has; 404 where its form is none. */
export function isWrongToken(thrown: unknown): boolean {
  return thrown instanceof TelegramError && (thrown.code === 401 || thrown.code === 404);
}

/** Somebody else polls with the same token: for up to a minute our own last process may. */
export function isConflict(thrown: unknown): boolean {
  return thrown instanceof TelegramError && thrown.code === 409;
}

/** Waits, or until `signal` comes. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });
}
