import { describe, expect, test } from 'vitest';
import { article, openNewsroom } from './support/newsroom.js';
import { scriptedMessenger } from './support/scripted-messenger.js';

const morning = new Date('2024-08-28T07:30:00+08:00');

async function readyNewsroom() {
  const messenger = scriptedMessenger();
  const newsroom = await openNewsroom({ messenger });
  await newsroom.archive.takeIn([article('one'), article('two', { districts: ['二七区'] })], morning);
  return { messenger, newsroom };
}

describe('a run', () => {
  test('sends every due chat its digest once, and a second run sends nothing', async () => {
    const { messenger, newsroom } = await readyNewsroom();
    for (let chat = 1; chat <= 40; chat++) await newsroom.subscribe(chat);
    await newsroom.subscribe(99, { rules: [{ keyword: 'nowhere' }] });
    const first = await newsroom.delivery.run(morning);
    expect(first).toMatchObject({ due: 41, sent: 40, empty: 1, failed: 0, uncertain: 0, calls: 40 });
    expect(messenger.held.map(({ chat }) => chat).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    expect(await newsroom.delivery.run(morning)).toMatchObject({ due: 0, sent: 0, calls: 0 });
    const later = await newsroom.delivery.run(new Date(morning.getTime() + 35 * 60_000));
    expect(later).toMatchObject({ due: 0, sent: 0 });
    expect(await newsroom.entryOf(99)).toMatchObject({ cursor: 2, servedSlot: morning.toISOString() });
  });
});
