import { lookup } from 'node:dns/promises';
import { type Agent, get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { messageOf } from '../../problem.js';
import { isPublicAddress } from './public-address.js';

/** What a server said a feed's version is, for asking again only if it has changed. */
export interface FeedVersion {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** What asking for a feed gave. */
export type Fetched =
  | {
      readonly kind: 'feed';
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly version: FeedVersion;
    }
  | { readonly kind: 'unchanged' }
  /** `reason` is a clause for a sentence: `the server answered 404`. */
  | { readonly kind: 'failed'; readonly reason: string };

export interface FetchOptions {
  readonly version?: FeedVersion;
  readonly allowPrivate: boolean;
  /** Agent for a URL, where a proxy is used; then the proxy resolves names. */
  readonly agentFor?: ((url: string) => Agent) | undefined;
  /** Whole time for all redirects and the body; default 20 s. */
  readonly timeoutMs?: number;
  /** Largest body, unpacked; default 5 MiB. */
  readonly maxBytes?: number;
}

const mostRedirects = 5;

/** Fetches a feed over http or https. Never throws: an unreachable server is an expected outcome. */
export async function fetchFeed(url: string, options: FetchOptions): Promise<Fetched> {
  const timeoutMs = options.timeoutMs ?? 20_000;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await follow(url, options, signal);
  } catch (error) {
    const reason = signal.aborted ? `it took longer than ${timeoutMs / 1000} s` : messageOf(error);
    return { kind: 'failed', reason };
  }
}

async function follow(first: string, options: FetchOptions, signal: AbortSignal): Promise<Fetched> {
  let url = new URL(first);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await request(url, options, signal);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status === 304) {
      response.destroy();
      return { kind: 'unchanged' };
    }
    if (status === 200) return received(response, options.maxBytes ?? 5 * 1024 * 1024);
    response.destroy();
    if (status < 300 || status >= 400 || location === undefined) {
      return { kind: 'failed', reason: `the server answered ${status}` };
    }
    url = new URL(location, url);
  }
  return { kind: 'failed', reason: `it was redirected more than ${mostRedirects} times` };
}

async function request(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Error(`it leads to ${url.protocol}, expected http or https`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const agent = options.agentFor?.(url.href);
  if (!options.allowPrivate) await refusePrivate(host, agent !== undefined);
  const get = url.protocol === 'https:' ? httpsGet : httpGet;
  return new Promise((resolve, reject) => {
    get(url, {
      signal,
      ...(agent === undefined ? { lookup: options.allowPrivate ? undefined : publicLookup } : { agent }),
      headers: {
        accept:
          'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=.9, */*;q=.5',
        'accept-encoding': 'gzip, identity',
        'user-agent': 'qubao (district news digests)',
        ...(options.version?.etag !== undefined && { 'if-none-match': options.version.etag }),
        ...(options.version?.lastModified !== undefined && {
          'if-modified-since': options.version.lastModified,
        }),
      },
    })
      .once('response', resolve)
      .once('error', reject);
  });
}

/** Names are checked again by {@link publicLookup} at the moment of connecting; literal addresses only here. */
async function refusePrivate(host: string, isProxied: boolean): Promise<void> {
  if (isIP(host) !== 0) {
    if (!isPublicAddress(host)) throw privateError(host);
    return;
  }
  if (!isProxied) return;
  const addresses = await lookup(host, { all: true }).catch(() => []);
  if (addresses.some(({ address }) => !isPublicAddress(address))) throw privateError(host);
}

const privateError = (host: string) =>
  new Error(`${host} is an address of a private network (allowPrivate: true allows it)`);

/** Connects only to public addresses: what is checked is what is used, so that no name can change in between. */
const publicLookup: LookupFunction = (host, lookupOptions, callback) => {
  lookup(host, { ...lookupOptions, all: true }).then(
    (addresses) => {
      const [first] = addresses;
      if (first === undefined || addresses.some(({ address }) => !isPublicAddress(address))) {
        callback(privateError(host), '', 0);
      } else if (lookupOptions.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    },
    (error: NodeJS.ErrnoException) => callback(error, '', 0),
  );
};

async function received(response: IncomingMessage, maxBytes: number): Promise<Fetched> {
  const isPacked = response.headers['content-encoding'] === 'gzip';
  const body: Readable = isPacked ? response.pipe(createGunzip()) : response;
  response.once('error', (error) => body.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      response.destroy();
      return { kind: 'failed', reason: `it is larger than ${maxBytes} bytes` };
    }
    chunks.push(chunk);
  }
  const { etag, 'last-modified': lastModified, 'content-type': contentType = '' } = response.headers;
  return {
    kind: 'feed',
    bytes: Buffer.concat(chunks),
    contentType,
    version: { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) },
  };
}
