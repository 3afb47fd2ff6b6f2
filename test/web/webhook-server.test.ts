import { afterEach, describe, expect, it } from 'vitest';
import { startWebhookServer, type WebhookServer } from '../../src/web/webhook-server.js';

const open: WebhookServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

async function start() {
  const seen: (readonly [string, string | undefined])[] = [];
  const server = await startWebhookServer(
    {
      path: '/telegram/x',
      receive: async (body, secret) => {
        seen.push([body, secret]);
        return secret === 's' ? 200 : 401;
      },
    },
    0,
  );
  open.push(server);
  return { seen, server, url: `http://127.0.0.1:${server.port}` };
}

describe('webhook server', () => {
  it('hands posts at its path over with their secret, and answers with the receiver’s status', async () => {
    const { url, seen } = await start();
    const headers = { 'x-telegram-bot-api-secret-token': 's' };
    expect((await fetch(`${url}/telegram/x`, { method: 'POST', body: '{"a":"值"}', headers })).status).toBe(
      200,
    );
    expect((await fetch(`${url}/telegram/x`, { method: 'POST', body: '{}' })).status).toBe(401);
    expect(seen).toEqual([
      ['{"a":"值"}', 's'],
      ['{}', undefined],
    ]);
  });

  it('knows nothing else, and cuts what is too long', async () => {
    const { url, seen } = await start();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/telegram/y`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${url}/telegram/x`)).status).toBe(405);
    const long = await fetch(`${url}/telegram/x`, { method: 'POST', body: 'x'.repeat(1_000_001) }).catch(
      () => undefined,
    );
    expect(long?.status ?? 413).toBe(413);
    expect(seen).toEqual([]);
  });

  it('says in a sentence that its port is taken', async () => {
    const { server } = await start();
    await expect(startWebhookServer({ path: '/', receive: async () => 200 }, server.port)).rejects.toThrow(
      /^PORT: /,
    );
  });
});
