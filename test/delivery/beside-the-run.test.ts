import { describe, expect, test } from 'vitest';
import type { Digest } from '../../src/digest/digest.js';
import { article, openNewsroom } from './support/newsroom.js';
import { scriptedMessenger } from './support/scripted-messenger.js';

const noon = new Date('2024-08-28T12:00:00+08:00');
const night = new Date('2024-08-28T23:00:00+08:00');
const nextMorning = new Date('2024-08-29T07:30:00+08:00');

async function ready() {
  const edits: { chat: number; message: number; content: Digest }[] = [];
  const messenger = scriptedMessenger({
    async edit(to, message, prepared) {
      edits.push({ chat: to.chat, message, content: prepared.body['content'] as Digest });
      return { kind: 'delivered', messageId: 0 };
    },
  });
  const newsroom = await openNewsroom({ messenger });
  const known = { cursor: 1, servedSlot: noon.toISOString() };
  await newsroom.archive.takeIn([article('one')], noon);
  return { messenger, edits, newsroom, known, ...newsroom };
}

describe('urgent news', () => {
  test('goes to whom it concerns at once, and digests leave it out', async () => {
    const { messenger, archive, delivery, subscribe, entryOf, known } = await ready();
    await subscribe(1, {}, known);
    await subscribe(2, { rules: [{ district: '二七区' }] }, known);
    await subscribe(3, { pausedUntil: 'forever' }, known);
    await archive.takeIn([article('calm'), article('flood', { urgent: true })], noon);
    const flood = await archive.byNumber(3);
    const id = flood?.id ?? '';
    expect(await delivery.audience(id, noon)).toEqual({ headline: 'flood headline', now: 1, later: 0 });
    expect(await delivery.publish(id, noon)).toMatchObject({ due: 1, sent: 1 });
    expect(messenger.held).toMatchObject([{ chat: 1, content: { shown: 1 } }]);
    expect(await entryOf(1)).toMatchObject({ cursor: 1, ahead: [3] });
    expect(await delivery.publish(id, noon)).toMatchObject({ sent: 0 });
    await delivery.run(nextMorning);
    expect(messenger.held.at(-1)).toMatchObject({
      chat: 1,
      content: { groups: [{ stories: [{ number: 2 }] }] },
    });
    expect(await entryOf(1)).toMatchObject({ cursor: 3, ahead: [] });
  });

  test('waits until the morning at night, unless warnings are wished', async () => {
    const { messenger, archive, delivery, subscribe, known } = await ready();
    await subscribe(1, { times: ['20:00'] }, known);
    await subscribe(2, { times: ['20:00'], wantsNightWarnings: true }, known);
    await archive.takeIn([article('storm')], night);
    const id = (await archive.byNumber(2))?.id ?? '';
    expect(await delivery.audience(id, night)).toMatchObject({ now: 1, later: 1 });
    await delivery.publish(id, night);
    expect(messenger.held.map(({ chat }) => chat)).toEqual([2]);
    await delivery.run(new Date('2024-08-29T06:59:00+08:00'));
    expect(messenger.held).toHaveLength(1);
    await delivery.run(new Date('2024-08-29T07:00:00+08:00'));
    expect(messenger.held.map(({ chat }) => chat)).toEqual([2, 1]);
    await delivery.run(new Date('2024-08-29T07:01:00+08:00'));
    expect(messenger.held).toHaveLength(2);
  });

  test('whose outcome is unknown is tried once more and moves no cursor', async () => {
    const { messenger, archive, delivery, subscribe, entryOf, known } = await ready();
    await subscribe(1, {}, known);
    await archive.takeIn([article('flood')], noon);
    messenger.script = (_to, nth) => (nth === 1 ? { kind: 'unknown', cause: 'reset' } : undefined);
    const id = (await archive.byNumber(2))?.id ?? '';
    expect(await delivery.publish(id, noon)).toMatchObject({ sent: 1, retried: 1 });
    expect(await entryOf(1)).toMatchObject({ cursor: 1, ahead: [2] });
  });

  test('of an article that is withdrawn or not known concerns nobody', async () => {
    const { archive, delivery } = await ready();
    const id = (await archive.byNumber(1))?.id ?? '';
    await archive.withdraw(id);
    expect(await delivery.audience(id, noon)).toBeUndefined();
    expect(await delivery.audience('nothing', noon)).toBeUndefined();
    expect(await delivery.publish(id, noon)).toMatchObject({ due: 0 });
  });
});

describe('a correction', () => {
  test('changes the digests that carry the article, and no others', async () => {
    const { edits, archive, delivery, subscribe } = await ready();
    const begin = { cursor: 0, servedSlot: null };
    await subscribe(1, { times: ['12:00'] }, begin);
    await subscribe(2, { times: ['12:00'], rules: [{ district: '二七区' }] }, begin);
    await archive.takeIn([article('other', { districts: ['二七区'] })], noon);
    await delivery.run(noon);
    const first = await archive.byNumber(1);
    await archive.takeIn([article('one', { headline: 'one corrected' })], noon);
    const report = await delivery.correct(first?.id ?? '', noon);
    expect(report).toEqual({ edited: 1, gone: 0, failed: 0 });
    expect(edits).toMatchObject([
      { chat: 1, content: { shown: 1, groups: [{ stories: [{ headline: 'one corrected' }] }] } },
    ]);
  });

  test('of a withdrawn article strikes it out and leaves the others', async () => {
    const { edits, archive, delivery, subscribe } = await ready();
    await subscribe(1, { times: ['12:00'] }, { cursor: 0 });
    await archive.takeIn([article('two')], noon);
    await delivery.run(noon);
    const id = (await archive.byNumber(1))?.id ?? '';
    await archive.withdraw(id);
    expect(await delivery.correct(id, noon)).toMatchObject({ edited: 1 });
    const { groups, because } = edits.at(0)?.content ?? expect.fail('no edit');
    expect(
      groups.flatMap(({ stories }) => stories.map(({ isWithdrawn }) => isWithdrawn ?? false)).sort(),
    ).toEqual([false, true]);
    expect(because).toEqual([{ district: '金水区' }]);
  });
});

describe('the gate', () => {
  test('finds nothing wrong with an ordinary morning', async () => {
    const { archive, delivery, subscribe, known } = await ready();
    await subscribe(1, {}, { ...known, cursor: 0, servedSlot: null });
    await delivery.run(new Date('2024-08-28T07:30:00+08:00'));
    await archive.takeIn([article('new', { date: '2024-08-29' })], nextMorning);
    expect(await delivery.gate(nextMorning)).toEqual([]);
  });

  test('looks at nothing but the newest edition before the first run', async () => {
    const { archive, delivery } = await ready();
    const past = Array.from({ length: 200 }, (_, index) => article(`p${index}x`, { date: '2024-01-02' }));
    await archive.takeIn(past, noon);
    await archive.takeIn([article('fresh', { date: '2024-08-29' })], nextMorning);
    expect(await delivery.gate(nextMorning)).toEqual([]);
  });

  test('says when there is nothing new, the same edition again, old dates, or far too much', async () => {
    const { archive, delivery, subscribe } = await ready();
    await subscribe(1, {}, { cursor: 0, servedSlot: null });
    await delivery.run(new Date('2024-08-28T07:30:00+08:00'));
    expect(await delivery.gate(nextMorning)).toEqual([{ kind: 'nothing-new' }]);
    await archive.takeIn([article('again')], nextMorning);
    expect(await delivery.gate(nextMorning)).toEqual([
      { kind: 'same-edition', paper: 'Paper', date: '2024-08-28', page: 'Page' },
    ]);
    const later = new Date('2024-09-20T07:30:00+08:00');
    expect(await delivery.gate(later)).toContainEqual({ kind: 'old-date', date: '2024-08-28', articles: 1 });
    const flood = Array.from({ length: 160 }, (_, index) =>
      article(`n${index}x`, { date: '2024-08-29', page: 'Other' }),
    );
    await archive.takeIn(flood, nextMorning);
    expect(await delivery.gate(nextMorning)).toContainEqual({ kind: 'large-batch', articles: 161, usual: 1 });
  });
});

describe('a preview', () => {
  test('goes to one chat and touches no ledger', async () => {
    const { messenger, delivery, subscribe, entryOf } = await ready();
    await subscribe(1, {}, { cursor: 0 });
    const before = await entryOf(1);
    const served = await delivery.preview({ chat: 1, thread: null }, { chat: 900, thread: null }, noon);
    expect(served).toMatchObject({ kind: 'sent' });
    expect(messenger.held.map(({ chat }) => chat)).toEqual([900]);
    expect(await entryOf(1)).toEqual(before);
  });
});

describe('chats that failed', () => {
  test('are served again by word of the operator, however late', async () => {
    const { messenger, delivery, subscribe } = await ready();
    await subscribe(1, { times: ['12:00'] }, { cursor: 0, servedSlot: null });
    messenger.script = () => ({ kind: 'failed', cause: 'answer 502' });
    expect(await delivery.run(noon)).toMatchObject({ failed: 1 });
    messenger.script = () => undefined;
    expect(await delivery.retryFailed(new Date('2024-08-28T18:00:00+08:00'))).toMatchObject({ sent: 1 });
    expect(await delivery.retryFailed(noon)).toMatchObject({ due: 0 });
  });
});
