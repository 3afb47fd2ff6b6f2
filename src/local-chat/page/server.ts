import type { PageAct, PageEvent } from '../page-protocol.js';

/** Posts what the visitor does; `undefined` where it was refused or the program is gone. */
export async function act<Result = unknown>(given: PageAct): Promise<Result | undefined> {
  try {
    const response = await fetch(`/api/${given.kind}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
    });
    return response.ok ? ((await response.json()) as { result: Result }).result : undefined;
  } catch {
    return undefined;
  }
}

/** Listens to the program; connects again by itself, and is then sent the whole state anew. */
export function listen(onEvent: (event: PageEvent) => void, onConnection: (isOpen: boolean) => void): void {
  const source = new EventSource('/api/events');
  source.addEventListener('message', ({ data }) => onEvent(JSON.parse(data) as PageEvent));
  source.addEventListener('open', () => onConnection(true));
  source.addEventListener('error', () => onConnection(false));
}
