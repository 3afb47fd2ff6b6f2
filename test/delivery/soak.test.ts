import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import { addDays, instantOf } from '../../src/calendar/zone.js';
import type { Digest } from '../../src/digest/digest.js';
import { isWanted } from '../../src/subscribers/matching.js';
import type { Wish } from '../../src/subscribers/wish.js';
import { type Random, seededRandom } from '../chaos/support/seeded-random.js';
import { article, type Newsroom, openNewsroom, wishOf } from './support/newsroom.js';
import { scriptedMessenger } from './support/scripted-messenger.js';

/** SOAK_DAYS=365 plays longer. */
const days = Number(process.env['SOAK_DAYS'] ?? 10);
const districts = ['金水区', '二七区', '中原区'];
const topics = ['law', 'culture'] as const;
const chats = Array.from({ length: 10 }, (_, index) => index + 1);
const hourMs = 3_600_000;

/** One seeded play of many days, hour by hour. */
interface Play {
  readonly newsroom: Newsroom;
  readonly random: Random;
  readonly zone: string;
  readonly printed: Article[];
  now: Date;
}

describe('months of mornings', () => {
  test.each([
    ['Asia/Shanghai', '2024-08-01'],
    ['Europe/Berlin', '2025-03-26'],
    ['America/New_York', '2025-10-29'],
  ])(
    'in %s every subscriber has every article that is due to them exactly once',
    async (zone, firstDay) => {
      const messenger = scriptedMessenger();
      const start = instantOf(zone, firstDay, '00:00');
      const play = {
        random: seededRandom(firstDay.length + zone.length),
        zone,
        printed: [],
        now: start,
      } as Omit<Play, 'newsroom'>;
      const settings = { defaults: { time: '07:00', zone }, maxAgeDays: 1_000 };
      const newsroom = await openNewsroom({ messenger, clock: { now: () => play.now }, settings });
      const whole: Play = Object.assign(play, { newsroom });
      for (const chat of chats) await newsroom.subscribe(chat, wishBy(whole.random));
      messenger.script = (_to, nth) => (nth % 17 === 0 ? { kind: 'unknown', cause: 'reset' } : undefined);
      for (let day = 0; day < days; day++) await playDay(whole, addDays(firstDay, day));
      await lastDays(whole, addDays(firstDay, days));
      expect(messenger.held.length).toBeGreaterThan(days);
      let stories = 0;
      for (const chat of chats) {
        const held = messenger.held.filter((each) => each.chat === chat);
        const told = held.flatMap(({ content }) => storiesOf(content as Digest));
        expect(told.sort(), `chat ${chat}`).toEqual((await dueTo(whole, chat)).sort());
        stories += told.length;
      }
      if (days > 10)
        process.stderr.write(
          `${zone}: ${days} days, ${whole.printed.length} articles, ${messenger.requests.length} sends, ${messenger.held.length} digests, ${stories} stories, each once\n`,
        );
    },
    60_000 + days * 1_000,
  );
});

function wishBy(random: Random): Partial<Wish> {
  const district = pick(random, districts);
  const rules =
    random() < 0.5 ? [{ district }] : [{ topic: pick(random, topics) }, { district, topic: 'law' as const }];
  return { rules, times: timesBy(random), days: random() < 0.7 ? 'daily' : 'weekdays' };
}

function timesBy(random: Random): string[] {
  const hour = () => `${String(Math.floor(random() * 24)).padStart(2, '0')}:00`;
  return [...new Set(random() < 0.7 ? [hour()] : [hour(), hour()])].sort();
}

async function playDay(play: Play, day: string): Promise<void> {
  const { newsroom, random, zone } = play;
  const offFrom = random() < 0.2 ? Math.floor(random() * 24) : 99;
  const from = instantOf(zone, day, '00:00').getTime();
  const to = instantOf(zone, addDays(day, 1), '00:00').getTime();
  for (let hour = 0; from + hour * hourMs < to; hour++) {
    play.now = new Date(from + hour * hourMs);
    if (random() < 0.06) await takeInPage(play, day);
    if (random() < 0.03) await correctOne(play);
    if (random() < 0.05) await changeWish(play);
    const isOff = hour >= offFrom && hour < offFrom + 9;
    if (!isOff) await newsroom.delivery.run(play.now);
    if (random() < 0.01) await newsroom.delivery.serve({ chat: pick(random, chats), thread: null }, play.now);
  }
}

/** A page of today, of yesterday (late), or of tomorrow. */
async function takeInPage(play: Play, today: string): Promise<void> {
  const { newsroom, random, printed, now } = play;
  const date = addDays(today, Math.floor(random() * 3) - 1);
  const count = 1 + Math.floor(random() * 2);
  const page = Array.from({ length: count }, (_, index) => {
    const name = `s${printed.length + index}x`;
    const isWide = random() < 0.2;
    const of = isWide ? [pick(random, districts), pick(random, districts)] : [pick(random, districts)];
    return article(name, {
      date,
      districts: [...new Set(of)],
      topics: [pick(random, topics)],
      source: { file: `${date}/${name}.md`, line: 1 },
    });
  });
  printed.push(...page);
  await newsroom.archive.takeIn(page, now);
}

/** A new headline, or one more district. */
async function correctOne({ newsroom, random, printed, now }: Play): Promise<void> {
  const index = printed.length - 1 - Math.floor(random() * Math.min(5, printed.length));
  const before = printed[index];
  if (before === undefined) return;
  const more = [...new Set([...before.districts, pick(random, districts)])];
  const after =
    random() < 0.5 ? { ...before, headline: `${before.headline} again` } : { ...before, districts: more };
  printed[index] = after;
  await newsroom.archive.takeIn([after], now);
}

async function changeWish({ newsroom, random, now }: Play): Promise<void> {
  const change = (wish: Wish): Wish => {
    const draw = random();
    if (draw < 0.3)
      return { ...wish, pausedUntil: new Date(now.getTime() + random() * 60 * hourMs).toISOString() };
    if (draw < 0.5) return { ...wish, pausedUntil: null };
    return { ...wish, times: timesBy(random) };
  };
  const address = { chat: pick(random, chats), thread: null };
  await newsroom.subscribers.change(address, (wish) => wish && change(wish), { cursor: 0, servedSlot: null });
}

/** All are awake, and every one of their times comes once more. */
async function lastDays(play: Play, day: string): Promise<void> {
  const { newsroom, zone } = play;
  for (const chat of chats) {
    const awake = (wish: Wish | undefined): Wish | undefined =>
      wish && { ...wish, pausedUntil: null, days: 'daily' };
    await newsroom.subscribers.change({ chat, thread: null }, awake, { cursor: 0, servedSlot: null });
  }
  const from = instantOf(zone, day, '00:00').getTime();
  for (let hour = 0; hour < 80; hour++) {
    play.now = new Date(from + hour * hourMs);
    if (hour % 24 === 6) await newsroom.archive.takeIn([], play.now);
    await newsroom.delivery.run(play.now);
  }
}

/** Ids of all articles that the chat's rules ask for. */
async function dueTo({ newsroom, now }: Play, chat: number): Promise<string[]> {
  const { archive, subscribers } = newsroom;
  const { wish } = (await subscribers.get({ chat, thread: null })) ?? { wish: wishOf(chat) };
  const steps = await archive.releases(0, await archive.headAt(now));
  return [
    ...new Set(steps.filter(({ article }) => isWanted(wish, article)).map(({ article }) => article.id)),
  ];
}

function storiesOf(digest: Digest): string[] {
  expect([digest.more, digest.older]).toEqual([0, 0]);
  return digest.groups.flatMap(({ stories }) => stories.map(({ id }) => id));
}

function pick<T>(random: Random, from: readonly [T, ...T[]] | readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}
