import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BotApiServer } from '../../src/local-chat/bot-api/bot-api-server.js';
import { floodControl, strictLimits } from '../../src/local-chat/bot-api/flood-control.js';
import { Refusal } from '../../src/local-chat/bot-api/refusal.js';
import { startBotApi } from '../../src/local-chat/bot-api/start-bot-api.js';
import { apiCall } from '../support/api-call.js';

const resident = 101;
let server: BotApiServer;

beforeEach(async () => {
  server = await startBotApi({ isAnyChatKnown: true, keep: 'counts' });
});
afterEach(() => server.close());

const send = (text: string) => apiCall(server, 'sendMessage', { chat_id: resident, text });

it('an error answer is not delivered', async () => {
  server.setFaults([{ fault: { kind: 'error', code: 502 }, times: 1 }]);
  expect(await send('a')).toMatchObject({ ok: false, error_code: 502 });
  expect(await send('b')).toMatchObject({ ok: true });
  expect(server.texts(resident)).toEqual(['b']);
});

it('a proxy answers in HTML', async () => {
  server.setFaults([{ fault: { kind: 'html', code: 502 } }]);
  await expect(send('a')).rejects.toThrow(SyntaxError);
  expect(server.received(resident)).toBe(0);
});

it('a garbled answer was delivered', async () => {
  server.setFaults([{ fault: { kind: 'garbled' } }]);
  await expect(send('a')).rejects.toThrow(SyntaxError);
  expect(server.received(resident)).toBe(1);
});

it('a reset comes before or after acceptance', async () => {
  server.setFaults([{ fault: { kind: 'reset', isAccepted: false } }]);
  await expect(send('a')).rejects.toThrow();
  expect(server.received(resident)).toBe(0);
  server.setFaults([{ fault: { kind: 'reset', isAccepted: true } }]);
  await expect(send('b')).rejects.toThrow();
  expect(server.received(resident)).toBe(1);
});

it('a hang gives no answer', async () => {
  server.setFaults([{ fault: { kind: 'hang', isAccepted: true } }]);
  const stop = new AbortController();
  const url = `${server.url}/bot${server.token}/sendMessage?chat_id=${resident}&text=a`;
  const hanging = fetch(url, { signal: stop.signal });
  while (server.received(resident) === 0) await apiCall(server, 'getMe');
  stop.abort();
  await expect(hanging).rejects.toThrow();
});

it('the same seed gives the same faults', async () => {
  const run = async () => {
    server.setFaults([{ fault: { kind: 'error', code: 500 }, probability: 0.5 }], 7);
    const answers = [];
    for (let sent = 0; sent < 20; sent++) answers.push((await send('a')).ok);
    return answers;
  };
  const first = await run();
  expect(await run()).toEqual(first);
  expect(new Set(first).size).toBe(2);
});

function tryToSend(
  control: ReturnType<typeof floodControl>,
  chat: number,
  atMs: number,
  isGroup = false,
): number {
  try {
    control.admit(chat, isGroup, false, atMs);
    return 0;
  } catch (thrown) {
    return thrown instanceof Refusal ? (thrown.parameters?.retry_after ?? -1) : -1;
  }
}

it('the limits allow 150 messages in any five seconds, and a ban grows with what is sent during it', () => {
  const control = floodControl(strictLimits);
  for (let sent = 0; sent < 150; sent++) expect(tryToSend(control, sent, sent)).toBe(0);
  expect(tryToSend(control, 1000, 200)).toBe(5);
  expect(tryToSend(control, 1000, 1200)).toBe(5);
  expect(tryToSend(control, 1000, 6100)).toBe(2);
  expect(tryToSend(control, 1000, 7200)).toBe(0);
});

it('30 a second for a minute pass without a refusal', () => {
  const control = floodControl(strictLimits);
  for (let sent = 0; sent < 1800; sent++)
    expect(tryToSend(control, sent, Math.ceil((sent * 1000) / 29.9))).toBe(0);
});

it('one chat is given five messages in any five seconds, a group twenty a minute', () => {
  const control = floodControl(strictLimits);
  for (let sent = 0; sent < 5; sent++) expect(tryToSend(control, 1, sent * 10)).toBe(0);
  expect(tryToSend(control, 1, 60)).toBe(5);
  expect(tryToSend(control, 2, 60)).toBe(0);
  for (let sent = 0; sent < 20; sent++) expect(tryToSend(control, -3, 100 + sent * 2500, true)).toBe(0);
  expect(tryToSend(control, -3, 50_200, true)).toBe(10);
});
