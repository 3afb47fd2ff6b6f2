import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/local-chat/bot-api/faults.js';
import { startBotApi } from '../../src/local-chat/bot-api/start-bot-api.js';
import { createBotClient } from '../../src/telegram/bot-client.js';
import { createMessenger } from '../../src/telegram/messenger.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function messengerOn(apiRoot: string, token = 'x', timeoutMs = 10_000) {
  const client = createBotClient({ token, apiRoot });
  closing.push(() => client.close());
  const render = () => ({ text: 'bold text', entities: [{ type: 'bold', offset: 0, length: 4 }] });
  const messenger = createMessenger({ client, render, timeoutMs, isPaidBroadcast: false });
  const message = messenger.prepare({ kind: 'empty-note', date: '2024-08-28', language: 'en' });
  return { messenger, message };
}

async function withServer(options: Parameters<typeof startBotApi>[0] = {}, timeoutMs?: number) {
  const server = await startBotApi({ isAnyChatKnown: true, ...options });
  closing.push(() => server.close());
  return { server, ...messengerOn(server.url, server.token, timeoutMs) };
}

const to = { chat: 7, thread: null };

describe('the messenger, on a real Bot API server', () => {
  test('sends text, entities and the same message to many, and changes it', async () => {
    const { server, messenger, message } = await withServer();
    const first = await messenger.send(to, message);
    expect(first).toMatchObject({ kind: 'delivered' });
    expect(await messenger.send({ chat: 8, thread: null }, message)).toMatchObject({ kind: 'delivered' });
    expect(server.messages(7)).toMatchObject([
      { text: 'bold text', entities: [{ type: 'bold', offset: 0, length: 4 }] },
    ]);
    const id = first.kind === 'delivered' ? first.messageId : 0;
    expect(await messenger.edit?.(to, id, message)).toMatchObject({ kind: 'delivered' });
    expect(await messenger.edit?.(to, 999, message)).toEqual({ kind: 'gone' });
    expect(server.violations().filter((violation) => !violation.startsWith('editMessageText'))).toEqual([]);
  });

  test('sends plain text without entities', async () => {
    const { server, messenger, message } = await withServer();
    await messenger.send(to, message, { isPlain: true });
    expect(server.messages(7)[0]).not.toHaveProperty('entities');
  });

  const faults: readonly (readonly [Fault, string, number])[] = [
    [{ kind: 'error', code: 500 }, 'failed', 0],
    [{ kind: 'html', code: 502 }, 'failed', 0],
    [{ kind: 'html', code: 200 }, 'unknown', 0],
    [{ kind: 'flood', retryAfterS: 9 }, 'limited', 0],
    [{ kind: 'garbled' }, 'delivered', 1],
    [{ kind: 'hang', isAccepted: true }, 'unknown', 1],
    [{ kind: 'hang', isAccepted: false }, 'unknown', 0],
    [{ kind: 'reset', isAccepted: true }, 'unknown', 1],
    [{ kind: 'reset', isAccepted: false }, 'unknown', 0],
  ];
  test.each(faults)('under %j the outcome is %s', async (fault, kind, received) => {
    const { server, messenger, message } = await withServer({ faults: [{ fault, times: 1 }] }, 200);
    expect((await messenger.send(to, message)).kind).toBe(kind);
    expect(server.received(7)).toBe(received);
    expect(await messenger.send(to, message)).toMatchObject({ kind: 'delivered' });
  });

  test('says that the token is wrong', async () => {
    const { server } = await withServer();
    const { messenger, message } = messengerOn(server.url, '1:wrong');
    await expect(messenger.send(to, message)).rejects.toThrow('BOT_TOKEN');
  });

  test('knows whether anybody is there', async () => {
    const { messenger } = await withServer();
    const { signal } = new AbortController();
    expect(await messenger.isThere?.(signal)).toBe(true);
    expect(await messengerOn('http://127.0.0.1:9').messenger.isThere?.(signal)).toBe(false);
  });
});

describe('a connection that never was', () => {
  test('refused: certainly nothing was sent', async () => {
    const { messenger, message } = messengerOn('http://127.0.0.1:9');
    expect(await messenger.send(to, message)).toEqual({ kind: 'failed', cause: 'ECONNREFUSED' });
  });

  test('no such host: certainly nothing was sent', async () => {
    const { messenger, message } = messengerOn('http://no-such-host.invalid');
    expect((await messenger.send(to, message)).kind).toBe('failed');
  });

  test('TLS that fails: certainly nothing was sent', async () => {
    const server = createServer((_request, response) => response.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => server.close(resolve)));
    const { messenger, message } = messengerOn(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect((await messenger.send(to, message)).kind).toBe('failed');
  });

  test('a 5xx that breaks off is unknown, a 200 that breaks off was delivered', async () => {
    let status = '500 Internal Server Error';
    const server = createSocketServer((socket) => {
      socket.once('data', () => {
        socket.write(`HTTP/1.1 ${status}\r\ncontent-length: 100\r\n\r\n{"ok"`);
        socket.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => server.close(resolve)));
    const { messenger, message } = messengerOn(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect((await messenger.send(to, message)).kind).toBe('unknown');
    status = '200 OK';
    expect(await messenger.send(to, message)).toEqual({ kind: 'delivered', messageId: 0 });
  });

  test('a send that is stopped on its way is unknown', async () => {
    const { messenger, message } = await withServer({
      faults: [{ fault: { kind: 'hang', isAccepted: false } }],
    });
    const stop = new AbortController();
    const sending = messenger.send(to, message, { signal: stop.signal });
    setImmediate(() => setImmediate(() => stop.abort()));
    expect((await sending).kind).toMatch(/unknown|failed/);
  });
});
