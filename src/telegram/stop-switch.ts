import type { ClientRequest } from 'node:http';

/** Puts a request under a signal; call what it returns when the request has ended. */
export type StopSwitch = (signal: AbortSignal, request: ClientRequest) => () => void;

/** Places of requests, used again and again: a set that grows and shrinks a thousand times a second keeps the garbage collector busy. */
interface Places {
  readonly requests: (ClientRequest | undefined)[];
  readonly free: number[];
}

/**
 * Destroys requests when their signal aborts. It listens once to each signal, for all requests under it: a listener for every
 * request would cost a sixth of the whole call.
 */
export function stopSwitch(): StopSwitch {
  const placesUnder = new WeakMap<AbortSignal, Places>();
  const listenTo = (signal: AbortSignal) => {
    const places: Places = { requests: [], free: [] };
    const stopAll = () => {
      for (const request of places.requests) if (request !== undefined) stop(request);
    };
    signal.addEventListener('abort', stopAll, { once: true });
    placesUnder.set(signal, places);
    return places;
  };
  return (signal, request) => {
    if (signal.aborted) stop(request);
    const { requests, free } = placesUnder.get(signal) ?? listenTo(signal);
    const place = free.pop() ?? requests.length;
    requests[place] = request;
    return () => {
      requests[place] = undefined;
      free.push(place);
    };
  };
}

function stop(request: ClientRequest): void {
  request.destroy(new Error('stopped'));
}
