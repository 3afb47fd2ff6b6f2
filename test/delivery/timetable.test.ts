import { describe, expect, test } from 'vitest';
import { openTimetable } from '../../src/delivery/timetable.js';
import { article, openNewsroom, wishOf, zone } from './support/newsroom.js';
import { scriptedMessenger } from './support/scripted-messenger.js';

const morning = new Date('2024-08-28T07:30:00+08:00');
const minutes = (count: number) => new Date(morning.getTime() + count * 60_000);

function scanned(times: readonly string[] = ['07:35']) {
  const table = openTimetable({ time: '07:30', zone });
  const scan = table.begin(morning);
  scan.saw({ times, days: 'daily' });
  scan.end();
  return table;
}

describe('the timetable', () => {
  test('trusts nothing before the first scan', () => {
    expect(openTimetable({ time: '07:30', zone }).mayBeDue(morning)).toBe(true);
  });

  test('knows the minutes without a slot', () => {
    const table = scanned();
    expect([0, 1, 4, 5, 6].map((count) => table.mayBeDue(minutes(count)))).toEqual([
      ...[false, false, false],
      ...[true, true],
    ]);
  });

  test('asks for a scan every ten minutes, and when the clock goes back', () => {
    const table = scanned(['20:00']);
    expect([9, 10, -1].map((count) => table.mayBeDue(minutes(count)))).toEqual([false, true, true]);
  });

  test('learns the hours of new chats, also those that come while it scans', () => {
    const table = scanned(['20:00']);
    table.wishChanged(undefined, wishOf(1, { times: ['07:33'] }));
    expect([2, 3].map((count) => table.mayBeDue(minutes(count)))).toEqual([false, true]);
    const scan = table.begin(minutes(3));
    table.wishChanged(undefined, wishOf(1, { times: ['07:36'] }));
    scan.end();
    expect([5, 6].map((count) => table.mayBeDue(minutes(count)))).toEqual([false, true]);
  });

  test('knows when a pause ends by itself, whether it was read or made since', () => {
    const table = openTimetable({ time: '07:30', zone });
    const scan = table.begin(morning);
    scan.sawPause(minutes(4).toISOString());
    scan.end();
    expect([3, 4].map((count) => table.mayBeDue(minutes(count)))).toEqual([false, true]);
    table.wishChanged(undefined, wishOf(1, { times: ['20:00'], pausedUntil: minutes(2).toISOString() }));
    expect([1, 2].map((count) => table.mayBeDue(minutes(count)))).toEqual([false, true]);
    table.wishChanged(undefined, wishOf(2, { times: ['20:00'], pausedUntil: 'forever' }));
    expect(table.mayBeDue(minutes(1))).toBe(false);
  });

  test('asks for a scan when a chat resumes or chooses another hour, not for other changes', () => {
    const wish = wishOf(1, { times: ['20:00'] });
    const table = scanned(['20:00']);
    table.wishChanged(wish, { ...wish, mute: ['x'] });
    expect(table.mayBeDue(minutes(1))).toBe(false);
    table.wishChanged({ ...wish, pausedUntil: 'forever' }, wish);
    expect(table.mayBeDue(minutes(1))).toBe(true);
  });
});

describe('a run teaches the timetable', () => {
  test('of pauses: a chat is served in the minute in which its own ends', async () => {
    const messenger = scriptedMessenger();
    const { archive, delivery, subscribe } = await openNewsroom({ messenger });
    await archive.takeIn([article('one')], morning);
    await subscribe(1, { pausedUntil: minutes(3).toISOString() });
    await delivery.run(morning);
    expect([1, 2, 3].map((count) => delivery.mayBeDue(minutes(count)))).toEqual([false, false, true]);
    expect(await delivery.run(minutes(3))).toMatchObject({ due: 1, sent: 1 });
  });

  test('of whom it has read, and that something failed and is still due', async () => {
    const messenger = scriptedMessenger();
    const { archive, delivery, subscribers, subscribe } = await openNewsroom({ messenger });
    await archive.takeIn([article('one')], morning);
    await subscribe(1);
    await subscribe(2, { times: ['07:35'], pausedUntil: 'forever' });
    expect(delivery.mayBeDue(morning)).toBe(true);
    await delivery.run(morning);
    expect([1, 5].map((count) => delivery.mayBeDue(minutes(count)))).toEqual([false, true]);
    await subscribers.change({ chat: 3, thread: null }, () => wishOf(3, { times: ['07:32'] }), {
      cursor: 0,
      servedSlot: null,
    });
    expect(delivery.mayBeDue(minutes(2))).toBe(true);
    messenger.script = () => ({ kind: 'failed', cause: 'refused' });
    expect(await delivery.run(minutes(2))).toMatchObject({ failed: 1 });
    expect(delivery.mayBeDue(minutes(2))).toBe(true);
    messenger.script = () => undefined;
    expect(await delivery.run(minutes(3))).toMatchObject({ sent: 1 });
    expect(delivery.mayBeDue(minutes(4))).toBe(false);
  });
});
