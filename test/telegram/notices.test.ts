import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openNotices } from '../../src/telegram/notices.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a notice waits until Telegram is back, and keeps its place', async () => {
  const notices = openNotices();
  const told: string[] = [];
  let isAway = true;
  const notice = (words: string) => async () => {
    if (!isAway) told.push(words);
    return !isAway;
  };
  notices.add(notice('one'));
  notices.add(notice('two'));
  await vi.advanceTimersByTimeAsync(40_000);
  expect(told).toEqual([]);
  isAway = false;
  await vi.advanceTimersByTimeAsync(40_000);
  expect(told).toEqual(['one', 'two']);
});

it('what waits is given up at the end', async () => {
  const notices = openNotices();
  notices.add(async () => false);
  await vi.advanceTimersByTimeAsync(1);
  await notices.stop();
  notices.add(() => Promise.reject(new Error('asked after the end')));
  await notices.stop();
});
