import { describe, expect, it } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.js';
import { forgetLongBlocked } from '../../src/subscribers/forget-blocked.js';
import { openSubscribers } from '../../src/subscribers/open-subscribers.js';
import type { Address, Wish } from '../../src/subscribers/wish.js';

const open = async () => openSubscribers(await openStorage('memory://'));
const begin = { cursor: 7, servedSlot: null };
const wishOf = (address: Address, keyword = '地铁'): Wish => ({
  ...address,
  rules: [{ keyword }],
  mute: [],
  times: [],
  days: 'daily',
  language: 'zh',
  pausedUntil: null,
  wantsEmptyNote: false,
  wantsNightWarnings: false,
  kind: 'group',
  createdAt: '2024-08-28T00:00:00.000Z',
});
const group: Address = { chat: -5, thread: null };
const topic: Address = { chat: -5, thread: 3 };

describe('subscribers', () => {
  it('begin at a cursor, which later changes of the wish leave alone', async () => {
    const subscribers = await open();
    await subscribers.change(group, () => wishOf(group), begin);
    await subscribers.changeLedger(group, (entry) => ({ ...entry, cursor: 9 }));
    await subscribers.change(group, (wish) => wish && { ...wish, mute: ['广告'] }, begin);
    expect(await subscribers.get(group)).toMatchObject({
      key: '-5',
      wish: { mute: ['广告'] },
      ledger: { cursor: 9 },
    });
  });

  it('lose no change when many come at once', async () => {
    const subscribers = await open();
    const add = (n: number) =>
      subscribers.change(
        group,
        (wish = wishOf(group)) => ({ ...wish, mute: [...wish.mute, String(n)] }),
        begin,
      );
    await Promise.all(Array.from({ length: 50 }, (_, n) => add(n)));
    expect((await subscribers.get(group))?.wish.mute).toHaveLength(50);
  });

  it('stay forgotten, with all their topics', async () => {
    const subscribers = await open();
    for (const address of [group, topic]) await subscribers.change(address, () => wishOf(address), begin);
    const other = { chat: -55, thread: null };
    await subscribers.change(other, () => wishOf(other), begin);
    expect(await subscribers.forget(-5)).toBe(true);
    expect(await subscribers.forget(-5)).toBe(false);
    expect(await subscribers.changeLedger(group, (entry) => ({ ...entry, cursor: 8 }))).toBeUndefined();
    expect(await subscribers.count()).toBe(1);
  });

  it('keep everything when their group becomes a supergroup', async () => {
    const subscribers = await open();
    for (const address of [group, topic]) await subscribers.change(address, () => wishOf(address), begin);
    await subscribers.changeLedger(topic, (entry) => ({ ...entry, cursor: 12 }));
    await subscribers.move(-5, -1005);
    await subscribers.move(-5, -1005);
    expect(await subscribers.get(group)).toBeUndefined();
    expect(await subscribers.get({ chat: -1005, thread: 3 })).toMatchObject({
      wish: { chat: -1005, thread: 3, rules: [{ keyword: '地铁' }] },
      ledger: { cursor: 12 },
    });
    expect(await subscribers.count()).toBe(2);
  });

  it('are forgotten when they have been unreachable for twelve months, and not before', async () => {
    const subscribers = await open();
    const block = async (chat: number, at: string) => {
      const address = { chat, thread: null };
      await subscribers.change(address, () => wishOf(address), begin);
      await subscribers.changeLedger(address, (entry) => ({
        ...entry,
        state: 'blocked',
        blocked: { reason: 'blocked', at },
      }));
    };
    await block(1, '2023-08-01T00:00:00.000Z');
    await block(2, '2023-10-01T00:00:00.000Z');
    await subscribers.change(group, () => wishOf(group), begin);
    expect(await forgetLongBlocked(subscribers, new Date('2024-08-28T00:00:00Z'))).toBe(1);
    expect(await subscribers.wishes.getMany(['1', '2', '-5'])).toMatchObject([
      undefined,
      { chat: 2 },
      { chat: -5 },
    ]);
  });
});
