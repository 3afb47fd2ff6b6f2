import { describe, expect, test } from 'vitest';
import { planRun } from '../../src/delivery/plan.js';
import { scanSubscribers } from '../../src/delivery/scan-subscribers.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { newEntry, openSubscribers } from '../../src/subscribers/open-subscribers.js';
import { wishOf, zone } from './support/newsroom.js';

const at = new Date('2024-08-28T07:30:00+08:00');

async function stored() {
  const subscribers = openSubscribers(await openStorage('memory://'));
  const context = { at, head: 5, catchUpMs: 3 * 3_600_000, defaults: { time: '07:30', zone } };
  return { subscribers, context };
}

describe('the plan of a run', () => {
  test('reads wishes and ledgers side by side, whatever is missing on either side', async () => {
    const { subscribers } = await stored();
    for (const chat of [1, 2, 3, 10, -7]) await subscribers.wishes.set(String(chat), wishOf(chat));
    for (const chat of [0, 2, 3, 4, -7, 99])
      await subscribers.ledger.set(String(chat), newEntry(chat + 100, null));
    const seen: (readonly [string, number])[] = [];
    for await (const page of scanSubscribers(subscribers))
      seen.push(...page.map(({ key, ledger }) => [key, ledger.cursor] as const));
    expect(new Map(seen)).toEqual(
      new Map([
        ['-7', 93],
        ['1', 0],
        ['10', 0],
        ['2', 102],
        ['3', 103],
      ]),
    );
  });

  test('puts chats with the same wish side by side, oldest slot first', async () => {
    const { subscribers, context } = await stored();
    for (let chat = 1; chat <= 60; chat++) {
      const [times, district] = [chat % 2 ? ['07:00'] : ['06:30'], chat % 3 ? '金水区' : '二七区'];
      await subscribers.wishes.set(String(chat), wishOf(chat, { times, rules: [{ district }] }));
      await subscribers.ledger.set(String(chat), newEntry(0, null));
    }
    const { digests, due } = await planRun(subscribers, context);
    expect(due).toBe(60);
    expect(digests.map(({ slot }) => slot)).toEqual(['2024-08-27T22:30:00.000Z', '2024-08-27T23:00:00.000Z']);
    for (const { keys } of digests) {
      const wishes = keys.flatMap((list) => [...list]).map((key) => Number(key) % 3 === 0);
      const changes = wishes.filter((wish, index) => index > 0 && wish !== wishes[index - 1]).length;
      expect(changes).toBe(1);
    }
  });

  test('leaves out chats whose slot is in the queue already', async () => {
    const { subscribers, context } = await stored();
    await subscribers.wishes.set('1', wishOf(1));
    await subscribers.ledger.set('1', newEntry(0, null));
    expect((await planRun(subscribers, context)).due).toBe(1);
    expect((await planRun(subscribers, { ...context, plannedUntil: at })).due).toBe(0);
  });

  test('counts who is uncertain, and who has nothing new apart from who is due', async () => {
    const { subscribers, context } = await stored();
    const uncertain = { after: 0, upTo: 5, at: at.toISOString() };
    for (const chat of [1, 2]) await subscribers.wishes.set(String(chat), wishOf(chat));
    await subscribers.ledger.set('1', { ...newEntry(5, at.toISOString()), uncertain });
    await subscribers.ledger.set('2', newEntry(5, null));
    const plan = await planRun(subscribers, context);
    expect(plan).toMatchObject({ due: 0, uncertain: 1, turns: 1 });
    expect([...plan.nothingNew.values()].map((keys) => [...keys])).toEqual([['2']]);
  });
});
