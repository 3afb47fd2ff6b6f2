import { expect, it } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.js';
import { type DayRating, openRatings } from '../../src/telegram/ratings.js';

const open = async () => {
  const storage = await openStorage('memory://');
  return { storage, days: storage.collection<DayRating>('rating') };
};

it('each reader counts once a day, by the last word', async () => {
  const { days } = await open();
  const ratings = openRatings(days);
  await Promise.all([
    ...Array.from({ length: 30 }, (_, reader) => ratings.rate(reader, '2024-08-28', 'up')),
    ratings.rate(7, '2024-08-28', 'up'),
    ratings.rate(8, '2024-08-28', 'down'),
    ratings.rate(8, '2024-08-29', 'down'),
  ]);
  expect(await ratings.sumOf(['2024-08-28'])).toEqual({ up: 29, down: 1 });
  expect(await ratings.sumOf(['2024-08-28', '2024-08-29', '2024-08-30'])).toEqual({ up: 29, down: 2 });
});

it('the counts outlive the program, and no person is in the store', async () => {
  const { storage, days } = await open();
  await openRatings(days).rate(123456789, '2024-08-28', 'up');
  expect(await openRatings(days).sumOf(['2024-08-28'])).toEqual({ up: 1, down: 0 });
  const stored: unknown[] = [];
  for await (const page of storage.collection('rating').scan()) stored.push(...page);
  expect(JSON.stringify(stored)).not.toContain('123456789');
});
