import { describe, expect, test } from 'vitest';
import { Problem } from '../../src/problem.js';
import { article, type NewsroomOptions, openNewsroom } from './support/newsroom.js';
import { scriptedMessenger } from './support/scripted-messenger.js';
import { steppedTimer } from './support/stepped-timer.js';

const morning = new Date('2024-08-28T07:30:00+08:00');
const minutes = (count: number) => new Date(morning.getTime() + count * 60_000);

async function ready(options: Partial<NewsroomOptions> = {}, messenger = scriptedMessenger()) {
  const newsroom = await openNewsroom({ messenger, ...options });
  await newsroom.archive.takeIn([article('one'), article('two', { districts: ['二七区'] })], morning);
  return { messenger, newsroom, ...newsroom };
}

describe('a run', () => {
  test('sends every due chat its digest once, and a second run sends nothing', async () => {
    const { messenger, delivery, subscribe, entryOf } = await ready();
    for (let chat = 1; chat <= 40; chat++) await subscribe(chat);
    await subscribe(99, { rules: [{ keyword: 'nowhere' }] });
    const first = await delivery.run(morning);
    expect(first).toMatchObject({ due: 41, sent: 40, empty: 1, failed: 0, uncertain: 0, calls: 40 });
    expect(messenger.held.map(({ chat }) => chat).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    expect(await delivery.run(morning)).toMatchObject({ due: 0, sent: 0, calls: 0 });
    expect(await delivery.run(minutes(35))).toMatchObject({ due: 0, sent: 0 });
    expect(await entryOf(99)).toMatchObject({ cursor: 2, servedSlot: morning.toISOString() });
  });

  test('ends the slot of a chat for whom nothing is new, so that a late page waits for the next slot', async () => {
    const { messenger, archive, delivery, subscribe, entryOf } = await ready();
    await subscribe(1, {}, { cursor: 2 });
    expect(await delivery.run(morning)).toMatchObject({ due: 0, sent: 0, empty: 0 });
    expect(await entryOf(1)).toMatchObject({ cursor: 2, servedSlot: morning.toISOString() });
    await archive.takeIn([article('late')], minutes(10));
    expect(await delivery.run(minutes(11))).toMatchObject({ due: 0, sent: 0 });
    expect(await delivery.run(minutes(24 * 60))).toMatchObject({ due: 1, sent: 1 });
    expect(messenger.held).toHaveLength(1);
  });

  test('serves a slot that was missed by two hours, and carries one missed by four into the next', async () => {
    const { delivery, subscribe } = await ready();
    await subscribe(1);
    expect(await delivery.run(minutes(240))).toMatchObject({ due: 0 });
    expect(await delivery.run(minutes(24 * 60 + 120))).toMatchObject({ due: 1, sent: 1 });
  });

  test('leaves out who is paused or blocked, and who changed in the middle gets what they asked for last', async () => {
    const { messenger, subscribers, delivery, subscribe } = await ready({ rate: 5 });
    for (let chat = 1; chat <= 30; chat++) await subscribe(chat);
    await subscribe(40, { pausedUntil: 'forever' });
    await subscribe(41, {}, { state: 'blocked' });
    const change = { cursor: 0, servedSlot: null };
    messenger.script = (_to, nth) => {
      if (nth !== 2) return undefined;
      for (let chat = 20; chat <= 30; chat++) {
        void subscribers.change(
          { chat, thread: null },
          (wish) =>
            wish && {
              ...wish,
              ...(chat < 25 ? { pausedUntil: 'forever' } : { rules: [{ district: '二七区' }] }),
            },
          change,
        );
      }
      return undefined;
    };
    const report = await delivery.run(morning);
    expect(report.sent + 5).toBe(30);
    const heldBy = (chat: number) =>
      messenger.held.filter((held) => held.chat === chat).map(({ content }) => content);
    expect(heldBy(22)).toEqual([]);
    expect(heldBy(28)).toMatchObject([{ groups: [{ district: '二七区' }] }]);
    expect(heldBy(40)).toEqual([]);
    expect(heldBy(41)).toEqual([]);
  });

  test('honours a wish that is changed after it was read, however shortly before its turn at the pace', async () => {
    const timer = steppedTimer();
    const { messenger, subscribers, delivery, subscribe } = await ready({ timer, rate: 5 });
    for (let chat = 1; chat <= 6; chat++) await subscribe(chat);
    const running = delivery.run(morning);
    while (messenger.held.length === 0) await timer.advance(1);
    // The others have begun: time stands still until they have paused.
    const begin = { cursor: 0, servedSlot: null };
    for (const chat of [2, 3, 4])
      await subscribers.change(
        { chat, thread: null },
        (wish) => wish && { ...wish, pausedUntil: 'forever' },
        begin,
      );
    while (delivery.progress() !== undefined) await timer.advance(10);
    expect(await running).toMatchObject({ due: 6, sent: 3, failed: 0 });
    expect(messenger.held.map(({ chat }) => chat)).toEqual([1, 5, 6]);
  });

  test('writes nothing of a chat that is forgotten in the middle', async () => {
    const { messenger, subscribers, delivery, subscribe, entryOf } = await ready({ rate: 5 });
    for (let chat = 1; chat <= 20; chat++) await subscribe(chat);
    messenger.script = (_to, nth) => {
      if (nth === 2) for (let chat = 1; chat <= 20; chat++) void subscribers.forget(chat);
      return undefined;
    };
    await delivery.run(morning);
    expect(messenger.held.length).toBeLessThan(20);
    for (let chat = 1; chat <= 20; chat++) expect(await entryOf(chat)).toBeUndefined();
  });

  test('tries an unknown outcome once more, then leaves the chat as uncertain until the operator says', async () => {
    const { messenger, delivery, subscribe, entryOf } = await ready();
    for (const chat of [1, 2, 3]) await subscribe(chat);
    const tries = new Map<number, number>();
    messenger.script = ({ chat }) => {
      tries.set(chat, (tries.get(chat) ?? 0) + 1);
      if (chat === 2 || (chat === 3 && tries.get(3) === 1)) return { kind: 'unknown', cause: 'timed out' };
      return undefined;
    };
    expect(await delivery.run(morning)).toMatchObject({
      due: 3,
      sent: 2,
      uncertain: 1,
      retried: 2,
      calls: 5,
    });
    expect(tries).toEqual(
      new Map([
        [1, 1],
        [2, 2],
        [3, 2],
      ]),
    );
    expect(await delivery.run(minutes(1))).toMatchObject({ due: 0, uncertain: 1, calls: 0 });
    expect(await delivery.uncertain()).toMatchObject([{ chat: 2, after: 0, upTo: 2 }]);
    messenger.script = () => undefined;
    expect(await delivery.resendUncertain(minutes(2))).toMatchObject({ sent: 1 });
    expect(await delivery.uncertain()).toEqual([]);
    expect((await entryOf(2))?.attempt).toBeUndefined();
    expect(messenger.held.filter(({ chat }) => chat === 2)).toHaveLength(1);
  });

  test('begins with the attempts that a killed run left, and sends a second unknown no more', async () => {
    const { messenger, delivery, subscribe, entryOf } = await ready();
    const attempt = { after: 0, upTo: 2, slot: morning.toISOString(), at: morning.toISOString() };
    for (let chat = 1; chat <= 5; chat++) await subscribe(chat);
    await subscribe(8, {}, { attempt: { ...attempt, count: 1 } });
    await subscribe(9, {}, { attempt: { ...attempt, count: 2 } });
    expect(await delivery.run(morning)).toMatchObject({
      due: 7,
      sent: 6,
      uncertain: 1,
      calls: 6,
      retried: 1,
    });
    expect(messenger.requests[0]?.chat).toBe(8);
    expect(await entryOf(9)).toMatchObject({ cursor: 2, uncertain: { after: 0, upTo: 2 } });
  });

  test('counts an older attempt that a turn meets as tried again, and then serves the slot', async () => {
    const { archive, messenger, subscribers, delivery, subscribe } = await ready();
    await subscribe(1);
    messenger.script = () => ({ kind: 'failed', cause: 'answer 500' });
    expect(await delivery.run(morning)).toMatchObject({ failed: 1, retried: 4 });
    await archive.takeIn([article('three')], minutes(1));
    const attempt = { count: 1, after: 0, upTo: 1, slot: null, at: morning.toISOString() } as const;
    await subscribers.changeLedger({ chat: 1, thread: null }, (entry) => ({ ...entry, attempt }));
    messenger.script = () => undefined;
    expect(await delivery.retryFailed(minutes(2))).toMatchObject({ sent: 1, calls: 2, retried: 1 });
    expect(messenger.held.map(({ content }) => 'upTo' in content && content.upTo)).toEqual([1, 3]);
  });

  test('marks who cannot be reached, and keeps what is due to them', async () => {
    const { messenger, delivery, subscribe, entryOf } = await ready();
    await subscribe(1);
    messenger.script = () => ({ kind: 'unreachable', reason: 'blocked' });
    expect(await delivery.run(morning)).toMatchObject({ due: 1, sent: 0, unreachable: 1, failed: 0 });
    expect(await entryOf(1)).toMatchObject({ state: 'blocked', cursor: 0, blocked: { reason: 'blocked' } });
    expect((await entryOf(1))?.attempt).toBeUndefined();
  });

  test('follows a group to its supergroup', async () => {
    const { messenger, delivery, subscribe, entryOf } = await ready();
    await subscribe(-5);
    messenger.script = ({ chat }) => (chat === -5 ? { kind: 'moved', chat: -1005 } : undefined);
    expect(await delivery.run(morning)).toMatchObject({ sent: 1, failed: 0 });
    expect(messenger.held.map(({ chat }) => chat)).toEqual([-1005]);
    expect(await entryOf(-5)).toBeUndefined();
    expect(await entryOf(-1005)).toMatchObject({ cursor: 2 });
  });

  test('tries a certain failure a few times, and leaves it due when it stays', async () => {
    const { messenger, delivery, subscribe, entryOf } = await ready({ settings: { patienceMs: 1_000_000 } });
    for (let chat = 1; chat <= 20; chat++) await subscribe(chat);
    messenger.script = ({ chat }) => (chat === 7 ? { kind: 'failed', cause: 'answer 500' } : undefined);
    expect(await delivery.run(morning)).toMatchObject({ sent: 19, failed: 1, retried: 4, calls: 24 });
    expect(await entryOf(7)).toMatchObject({ cursor: 0, servedSlot: null });
    messenger.script = () => undefined;
    expect(await delivery.run(minutes(1))).toMatchObject({ due: 1, sent: 1 });
  });

  test('waits while Telegram is away, without using up the chats, and goes on when it is back', async () => {
    let probes = 0;
    const messenger = scriptedMessenger({ isThere: async () => ++probes > 5 });
    const { delivery, subscribe } = await ready({ rate: 200 }, messenger);
    for (let chat = 1; chat <= 30; chat++) await subscribe(chat);
    messenger.script = () => (probes > 5 ? undefined : { kind: 'failed', cause: 'ECONNREFUSED' });
    expect(await delivery.run(morning)).toMatchObject({ sent: 30, failed: 0 });
    expect(probes).toBe(6);
  });

  test('gives up when Telegram stays away, and counts who was not served as failed', async () => {
    const messenger = scriptedMessenger({ isThere: async () => false });
    const { delivery, subscribe } = await ready({ rate: 200, settings: { patienceMs: 60_000 } }, messenger);
    for (let chat = 1; chat <= 30; chat++) await subscribe(chat);
    messenger.script = () => ({ kind: 'failed', cause: 'ECONNREFUSED' });
    expect(await delivery.run(morning)).toMatchObject({ sent: 0, failed: 30 });
  });

  test('sends plain text where a message is refused as malformed, and stops after five chats in a row', async () => {
    const { messenger, delivery, subscribe } = await ready();
    for (let chat = 1; chat <= 40; chat++) await subscribe(chat);
    const refused = new Set<number>();
    messenger.script = ({ chat }) => {
      if (refused.has(chat)) return undefined;
      refused.add(chat);
      return { kind: 'malformed', description: 'ENTITY_BOUNDS_INVALID' };
    };
    const report = await delivery.run(morning);
    expect(messenger.held.every(({ isPlain }) => isPlain)).toBe(true);
    expect(report.sent).toBeLessThan(40);
    expect(report).toMatchObject({ due: 40 });
    expect(report.sent + report.failed).toBe(40);
  });

  test('goes on where only one chat refuses the message as malformed', async () => {
    const { messenger, delivery, subscribe } = await ready();
    for (let chat = 1; chat <= 10; chat++) await subscribe(chat);
    messenger.script = ({ chat }, nth) =>
      chat === 4 && nth < 11 ? { kind: 'malformed', description: 'x' } : undefined;
    expect(await delivery.run(morning)).toMatchObject({ sent: 10, failed: 0 });
    expect(messenger.held.filter(({ isPlain }) => isPlain).map(({ chat }) => chat)).toEqual([4]);
  });

  test('ends with the problem when the token is wrong, and leaves no attempt behind', async () => {
    const { messenger, delivery, subscribe, entryOf } = await ready();
    for (let chat = 1; chat <= 5; chat++) await subscribe(chat);
    messenger.send = async () => {
      throw new Problem('BOT_TOKEN: Telegram does not know this token.');
    };
    await expect(delivery.run(morning)).rejects.toThrow('BOT_TOKEN');
    for (let chat = 1; chat <= 5; chat++) expect((await entryOf(chat))?.attempt).toBeUndefined();
  });

  test('is joined by runs that come while it goes on, and nobody is served twice', async () => {
    const { messenger, delivery, subscribe } = await ready({ rate: 100 });
    for (let chat = 1; chat <= 30; chat++) await subscribe(chat);
    for (let chat = 31; chat <= 40; chat++) await subscribe(chat, { times: ['07:31'] });
    const [first, second, third] = await Promise.all([
      delivery.run(morning),
      delivery.run(minutes(1)),
      delivery.run(minutes(2)),
    ]);
    expect([first.sent, second.sent, third.sent]).toEqual([30, 10, 0]);
    expect(messenger.held).toHaveLength(40);
  });

  test('ends early by a signal, and the next one serves the others', async () => {
    const { messenger, delivery, subscribe } = await ready({ rate: 100 });
    for (let chat = 1; chat <= 40; chat++) await subscribe(chat);
    const stop = new AbortController();
    messenger.script = (_to, nth) => {
      if (nth === 10) stop.abort();
      return undefined;
    };
    const report = await delivery.run(morning, { signal: stop.signal });
    expect(report.sent).toBeLessThan(40);
    expect((await delivery.run(morning)).sent).toBe(40 - report.sent);
    expect(messenger.held).toHaveLength(40);
  });

  test('can be held and goes on, while a reader is served', async () => {
    const { messenger, delivery, subscribe } = await ready({ rate: 100 });
    for (let chat = 1; chat <= 20; chat++) await subscribe(chat);
    await subscribe(50, { times: ['20:00'] });
    delivery.pause();
    const run = delivery.run(morning);
    expect(await delivery.serve({ chat: 50, thread: null }, morning)).toMatchObject({ kind: 'sent' });
    expect(messenger.held.map(({ chat }) => chat)).toEqual([50]);
    expect(delivery.progress()).toMatchObject({ isPaused: true, endsAt: null });
    delivery.resume();
    expect(await run).toMatchObject({ sent: 20 });
    expect(delivery.progress()).toBeUndefined();
  });

  test('rehearsed, says who would be served, sends nothing and writes nothing', async () => {
    const { messenger, delivery, subscribe, entryOf } = await ready();
    for (let chat = 1; chat <= 10; chat++) await subscribe(chat);
    await subscribe(11, { rules: [{ keyword: 'nowhere' }] });
    expect(await delivery.rehearse(morning)).toMatchObject({ due: 11, sent: 10, empty: 1, calls: 0 });
    expect(messenger.requests).toHaveLength(0);
    expect(await entryOf(1)).toMatchObject({ cursor: 0, servedSlot: null });
  });

  test('leaves out invented articles where they may not be sent', async () => {
    const { messenger, archive, delivery, subscribe } = await ready({ settings: { sendsSamples: false } });
    await archive.takeIn([article('made up', { sample: true })], morning);
    await subscribe(1, {}, { cursor: 2 });
    expect(await delivery.run(morning)).toMatchObject({ due: 1, sent: 0, empty: 1 });
    expect(messenger.held).toHaveLength(0);
  });

  test('sends a note that nothing is new to who asked for it', async () => {
    const { messenger, delivery, subscribe } = await ready();
    await subscribe(1, { rules: [{ keyword: 'nowhere' }], wantsEmptyNote: true });
    await delivery.run(morning);
    expect(messenger.held.map(({ content }) => content.kind)).toEqual(['empty-note']);
  });
});

describe('serving one chat', () => {
  test('moves its cursor, and the run of the day has nothing more for it', async () => {
    const { messenger, delivery, subscribe } = await ready();
    await subscribe(1);
    expect(await delivery.serve({ chat: 1, thread: null }, minutes(-5))).toMatchObject({ kind: 'sent' });
    expect(await delivery.serve({ chat: 1, thread: null }, minutes(-4))).toEqual({ kind: 'empty' });
    expect(await delivery.run(morning)).toMatchObject({ sent: 0 });
    expect(messenger.held).toHaveLength(1);
  });

  test("gives a newcomer the newest edition, however old, and never the archive's past", async () => {
    const messenger = scriptedMessenger();
    const { archive, delivery, subscribe, entryOf } = await openNewsroom({ messenger });
    await archive.takeIn(
      [article('old', { date: '2024-01-01' }), article('new', { date: '2024-02-02' })],
      morning,
    );
    await subscribe(1, {}, { cursor: 2 });
    const served = await delivery.serve({ chat: 1, thread: null }, morning, { isFirst: true });
    expect(served).toMatchObject({ kind: 'sent', digest: { shown: 1, older: 0, after: 1, upTo: 2 } });
    expect(await entryOf(1)).toMatchObject({ cursor: 2 });
  });

  test('says why it could not', async () => {
    const { messenger, delivery, subscribe } = await ready();
    await subscribe(1);
    const address = { chat: 1, thread: null };
    messenger.script = () => ({ kind: 'unreachable', reason: 'kicked' });
    expect(await delivery.serve(address, morning)).toEqual({ kind: 'not-served', reason: 'kicked' });
    expect(await delivery.serve({ chat: 2, thread: null }, morning)).toMatchObject({ kind: 'not-served' });
  });
});
