import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type FetchOptions, fetchFeed } from '../../../src/intake/feeds/fetch-feed.js';
import { isPublicAddress } from '../../../src/intake/feeds/public-address.js';
import { startServer, type TestServer } from './http-server.js';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});
const allowed: FetchOptions = { allowPrivate: true };
async function fetchFrom(answer: RequestListener, options: FetchOptions = allowed, path = '/feed') {
  server = await startServer(answer);
  return fetchFeed(`${server.url}${path}`, options);
}

describe('fetching a feed', () => {
  it('gives the bytes and the version to ask with next time', async () => {
    const fetched = await fetchFrom((_request, response) => {
      response
        .writeHead(200, { etag: '"v1"', 'last-modified': 'Tue, 27 Aug 2024 00:00:00 GMT' })
        .end('<rss/>');
    });
    expect(fetched).toMatchObject({
      kind: 'feed',
      version: { etag: '"v1"', lastModified: 'Tue, 27 Aug 2024 00:00:00 GMT' },
    });
  });

  it('asks only for what has changed', async () => {
    const version = { etag: '"v1"', lastModified: 'Tue, 27 Aug 2024 00:00:00 GMT' };
    const fetched = await fetchFrom((_request, response) => void response.writeHead(304).end(), {
      ...allowed,
      version,
    });
    expect(fetched).toEqual({ kind: 'unchanged' });
    expect(server?.requests[0]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': version.lastModified,
    });
  });

  it('refuses private addresses unless they are allowed, by number and by name', async () => {
    const answer: RequestListener = (_request, response) => void response.end('<rss/>');
    const byNumber = await fetchFrom(answer, { allowPrivate: false });
    expect(byNumber).toMatchObject({ kind: 'failed', reason: expect.stringContaining('private network') });
    const port = new URL(server?.url ?? '').port;
    const byName = await fetchFeed(`http://localhost:${port}/`, { allowPrivate: false });
    expect(byName).toMatchObject({ kind: 'failed', reason: expect.stringContaining('private network') });
    expect(server?.requests).toHaveLength(0);
  });

  it('follows redirects, but neither in a circle nor out of http', async () => {
    const follow = await fetchFrom((request, response) => {
      if (request.url === '/feed') response.writeHead(301, { location: '/moved' }).end();
      else response.end('<rss/>');
    });
    expect(follow.kind).toBe('feed');
    await server?.close();
    const circle = await fetchFrom(
      (_request, response) => void response.writeHead(302, { location: '/feed' }).end(),
    );
    expect(circle).toMatchObject({ kind: 'failed', reason: expect.stringContaining('redirected') });
    await server?.close();
    const file = await fetchFrom(
      (_request, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    expect(file).toMatchObject({ kind: 'failed', reason: expect.stringContaining('file:') });
  });

  it('stops at the largest size, packed or not', async () => {
    const small: FetchOptions = { ...allowed, maxBytes: 1000 };
    const plain = await fetchFrom((_request, response) => void response.end('x'.repeat(5000)), small);
    expect(plain).toMatchObject({ kind: 'failed', reason: expect.stringContaining('1000 bytes') });
    await server?.close();
    const packed = await fetchFrom((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000)));
    }, small);
    expect(packed).toMatchObject({ kind: 'failed', reason: expect.stringContaining('1000 bytes') });
  });

  it('gives up on a server that never answers, refuses, or breaks off', async () => {
    const silent = await fetchFrom(() => {}, { ...allowed, timeoutMs: 50 });
    expect(silent).toMatchObject({ kind: 'failed', reason: expect.stringContaining('longer than') });
    await server?.close();
    const refused = await fetchFrom((_request, response) => void response.writeHead(500).end());
    expect(refused).toEqual({ kind: 'failed', reason: 'the server answered 500' });
    await server?.close();
    const broken = await fetchFrom((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      response.destroy();
    });
    expect(broken.kind).toBe('failed');
  });
});

describe('a public address', () => {
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'fe80::1',
    'fd00::1',
    '64:ff9b::a00:1',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
