import { openArchive } from '../../dist/archive/open-archive.js';
import { openStorage } from '../../dist/storage/open-storage.js';
import { newEntry, openSubscribers } from '../../dist/subscribers/open-subscribers.js';

export const zone = 'Asia/Shanghai';
export const at = new Date('2024-08-28T07:30:00+08:00');

/** A store with an edition of twelve stories and these chats, with so many different wishes. */
export async function openFilledStore(url, chats, wishes = 20) {
  const storage = await openStorage(url);
  const archive = openArchive(storage, zone);
  const subscribers = openSubscribers(storage);
  await archive.takeIn(
    Array.from({ length: 12 }, (_, index) => story(index)),
    at,
  );
  const page = [];
  const write = async () => {
    const entries = page.splice(0);
    await subscribers.ledger.setMany(entries.map((chat) => [String(chat), newEntry(0, null)]));
    await subscribers.wishes.setMany(entries.map((chat) => [String(chat), wish(chat, chat % wishes)]));
  };
  for (const chat of chats) {
    page.push(chat);
    if (page.length === 5_000) await write();
  }
  await write();
  return { storage, archive, subscribers };
}

function wish(chat, number) {
  return {
    chat,
    thread: null,
    // All match; the number makes wishes different.
    rules: [{ district: '金水区' }, { keyword: `word${number}` }],
    mute: [],
    times: ['07:30'],
    days: 'daily',
    language: 'zh',
    pausedUntil: null,
    wantsEmptyNote: false,
    wantsNightWarnings: false,
    kind: 'private',
    createdAt: '2024-08-01T00:00:00.000Z',
  };
}

function story(index) {
  const letter = String.fromCharCode(97 + index);
  return {
    id: letter.repeat(10),
    date: '2024-08-28',
    headline: `Headline ${letter.repeat(5)}`,
    kicker: '',
    subheadline: '',
    districts: ['金水区'],
    topics: ['city'],
    reporters: [],
    correspondents: [],
    photo: false,
    paragraphs: [letter.repeat(400)],
    summary: letter.repeat(60),
    points: [],
    figures: [],
    source: { file: 'bench.md', line: index + 1 },
    sections: [],
    paper: 'Paper',
    page: 'Page',
    agency: '',
    sample: false,
    urgent: false,
  };
}
