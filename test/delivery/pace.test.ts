import { describe, expect, test } from 'vitest';
import { createPace } from '../../src/delivery/create-pace.js';
import type { Lane } from '../../src/delivery/pace.js';
import { type SteppedTimer, steppedTimer } from './support/stepped-timer.js';

interface Admitted {
  readonly chat: number;
  readonly lane: Lane;
  readonly atMs: number;
}

/** A pace whose admitted messages are answered at once, unless the test says otherwise. */
function setUp(ratePerSecond = 30, isAnswering = true) {
  const timer: SteppedTimer = steppedTimer();
  const startMs = timer.nowMs();
  const pace = createPace({ ratePerSecond, timer });
  const admitted: Admitted[] = [];
  const ask = (chat: number, lane: Lane = 'run', signal?: AbortSignal) =>
    pace.admit(chat, lane, signal).then(() => {
      admitted.push({ chat, lane, atMs: timer.nowMs() - startMs });
      if (isAnswering) pace.accepted(chat);
    });
  const askAll = (count: number, lane: Lane = 'run', first = 1) => {
    for (let index = 0; index < count; index++) void ask(first + index, lane);
  };
  return { timer, pace, admitted, ask, askAll };
}

/** The most that fell into any stretch of time. */
function mostWithin(times: readonly number[], lengthMs: number): number {
  return Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + lengthMs).length));
}

describe('the pace', () => {
  test('begins empty: the first message waits for its interval', async () => {
    const { timer, admitted, askAll } = setUp();
    askAll(10);
    await timer.advance(20);
    expect(admitted).toHaveLength(0);
    await timer.advance(20);
    expect(admitted).toHaveLength(1);
  });

  test('uses at least 98% of the rate, and never more than 150 in any five seconds', async () => {
    const { timer, admitted, askAll } = setUp();
    askAll(1_000);
    await timer.advance(30_000);
    expect(admitted.length).toBeGreaterThanOrEqual(0.98 * 900);
    const times = admitted.map(({ atMs }) => atMs);
    expect(mostWithin(times, 5_000)).toBeLessThanOrEqual(150);
    expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(30);
  });

  test('keeps within the window after a moment in which nothing could be sent', async () => {
    const { timer, pace, admitted, askAll } = setUp(30, false);
    askAll(400);
    await timer.advance(4_000);
    // All answers of the last moments come late together: as if the way had been blocked.
    await timer.advance(400);
    for (const { chat } of admitted) pace.accepted(chat);
    await timer.advance(6_000);
    expect(
      mostWithin(
        admitted.map(({ atMs }) => atMs),
        5_000,
      ),
    ).toBeLessThanOrEqual(150);
  });

  test('sends one message a second to a chat, and others meanwhile', async () => {
    const { timer, admitted, ask } = setUp();
    for (let index = 0; index < 3; index++) void ask(7);
    for (let index = 0; index < 20; index++) void ask(100 + index);
    await timer.advance(3_000);
    const own = admitted.filter(({ chat }) => chat === 7).map(({ atMs }) => atMs);
    expect(own).toHaveLength(3);
    expect((own[1] ?? 0) - (own[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect((own[2] ?? 0) - (own[1] ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect(admitted.filter(({ atMs }) => atMs < 900).length).toBeGreaterThan(15);
  });

  test('sends twenty messages a minute to a group', async () => {
    const { timer, admitted, ask } = setUp();
    for (let index = 0; index < 50; index++) void ask(-100);
    await timer.advance(130_000);
    const times = admitted.map(({ atMs }) => atMs);
    expect(mostWithin(times, 60_000)).toBeLessThanOrEqual(20);
    expect(times.length).toBeGreaterThanOrEqual(40);
  });

  test("lets a reader's own command, then urgent news, go ahead of the run", async () => {
    const { timer, admitted, ask, askAll } = setUp();
    askAll(50, 'correction', 500);
    askAll(50, 'run', 1_000);
    await timer.advance(500);
    void ask(2, 'urgent');
    void ask(1, 'reader');
    await timer.advance(100);
    const next = admitted.slice(-3).map(({ lane }) => lane);
    expect(next.slice(0, 2)).toEqual(['reader', 'urgent']);
    expect(admitted.some(({ lane }) => lane === 'correction')).toBe(false);
  });

  test('lets go of whoever stops waiting', async () => {
    const { timer, admitted, ask } = setUp();
    const stop = new AbortController();
    const waiting = ask(1, 'run', stop.signal);
    stop.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
    await timer.advance(1_000);
    expect(admitted).toHaveLength(0);
  });

  test('goes faster for paid broadcast', async () => {
    const { timer, admitted, askAll } = setUp(1_000);
    askAll(5_500);
    await timer.advance(5_000);
    expect(admitted.length).toBeGreaterThanOrEqual(0.98 * 5_000);
    expect(
      mostWithin(
        admitted.map(({ atMs }) => atMs),
        5_000,
      ),
    ).toBeLessThanOrEqual(5_000);
  });
});

describe('a 429', () => {
  test('stops all lanes at once for exactly the time it names', async () => {
    const { timer, pace, admitted, askAll } = setUp();
    askAll(100);
    await timer.advance(1_000);
    const before = admitted.length;
    pace.limited(1, 7);
    askAll(3, 'reader', 5_000);
    await timer.advance(6_999);
    expect(admitted).toHaveLength(before);
    await timer.advance(2);
    expect(admitted).toHaveLength(before + 1);
    await timer.advance(1_000);
    expect(admitted.length - before).toBeLessThanOrEqual(31);
  });

  test('for a chat at its own limit is probed after five seconds, and if that passes only the chat waits', async () => {
    const { timer, pace, admitted, ask, askAll } = setUp();
    for (let index = 0; index < 2; index++) void ask(7);
    await timer.advance(1_300);
    pace.limited(7, 30);
    askAll(60, 'run', 100);
    void ask(7);
    await timer.advance(4_990);
    expect(admitted).toHaveLength(2);
    await timer.advance(2_500);
    expect(admitted.length).toBeGreaterThan(40);
    expect(admitted.filter(({ chat }) => chat === 7)).toHaveLength(2);
    expect(pace.waitMs(7)).toBeGreaterThan(20_000);
    await timer.advance(24_000);
    expect(admitted.filter(({ chat }) => chat === 7)).toHaveLength(3);
  });

  test('of an hour is probed, and the probe that is refused too holds everybody for the whole time', async () => {
    const { timer, pace, admitted, askAll } = setUp(30, false);
    askAll(30);
    await timer.advance(200);
    const before = admitted.length;
    pace.limited(1, 3_600);
    await timer.advance(5_100);
    expect(admitted).toHaveLength(before + 1);
    pace.limited(admitted.at(-1)?.chat ?? 0, 3_600);
    await timer.advance(3_500_000);
    expect(admitted).toHaveLength(before + 1);
    await timer.advance(110_000);
    expect(admitted.length).toBeGreaterThan(before + 1);
  });

  test('that says a chat must wait for hours delays nobody else', async () => {
    const { timer, pace, admitted, ask, askAll } = setUp();
    void ask(7);
    await timer.advance(100);
    pace.limited(7, 7_200);
    askAll(50, 'run', 100);
    await timer.advance(8_000);
    expect(admitted.length).toBeGreaterThan(45);
    expect(pace.waitMs(7)).toBeGreaterThan(7_000_000);
  });
});
