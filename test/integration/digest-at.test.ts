import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BotApiServer } from '../../src/local-chat/bot-api/bot-api-server.js';
import { startBotApi } from '../../src/local-chat/bot-api/start-bot-api.js';
import { finished, makeTestHome, type TestHome } from '../support/run-qubao.js';

const first = '2024-08-27T07:30:00+08:00';
const second = '2024-08-28T07:30:00+08:00';

const lines = (chats: readonly object[]) => chats.map((chat) => JSON.stringify(chat)).join('\n');

describe('digest --at', () => {
  let api: BotApiServer;
  let home: TestHome;
  const digest = async (at: string, ...options: readonly string[]) => {
    const { status, out, talk } = await home.run('digest', '--at', at, '--json', ...options);
    return { status, talk, report: JSON.parse(out || '{}') };
  };

  beforeAll(async () => {
    api = await startBotApi({ isAnyChatKnown: true });
    home = await makeTestHome({
      BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.url,
      SEND_RATE: '1000',
      PAID_BROADCAST: 'on',
    });
    const chats = [
      { chat: 11, rules: [{ district: '金水区' }], cursor: 0 },
      { chat: 12, rules: [{ district: '荥阳市' }, { topic: 'safety' }], cursor: 0, language: 'en' },
      { chat: 13, rules: [{ keyword: '这个词哪里也没有' }], cursor: 0 },
      { chat: 14, rules: [{ district: '金水区' }], cursor: 0, pausedUntil: 'forever' },
      { chat: 15, rules: [{ district: '金水区' }], cursor: 0, time: '19:00' },
      { chat: 16, rules: [{ district: '金水区' }] },
    ];
    expect(await home.feed(lines(chats), 'subscribers', 'import')).toMatchObject({ status: 0 });
  });
  afterAll(() => api.close());

  it('says who would be served, and touches nothing, in a dry run', async () => {
    const { status, report } = await digest(first, '--dry-run');
    expect(status).toBe(0);
    expect(report).toMatchObject({ due: 3, empty: 1, calls: 0 });
    expect(api.counts()).toMatchObject({ requests: 0 });
  });

  it('says why real readers get nothing while there are only samples', async () => {
    const live = await makeTestHome({
      BOT_TOKEN: api.token,
      // This machine again, by an address that does not look like it.
      TELEGRAM_API_ROOT: api.url.replace('127.0.0.1', '0.0.0.0'),
    });
    await live.feed('{"chat":11,"rules":[{"district":"金水区"}],"cursor":0}', 'subscribers', 'import');
    const { status, out, talk } = await live.run('digest', '--at', first, '--json');
    expect({ status, report: JSON.parse(out) }).toMatchObject({ status: 0, report: { due: 1, sent: 0 } });
    expect(talk).toContain('nothing but samples');
  });

  it('serves each due chat its own stories of the edition', async () => {
    const { status, report } = await digest(first);
    expect(status).toBe(0);
    expect(report).toMatchObject({
      due: 3,
      sent: 2,
      empty: 1,
      unreachable: 0,
      uncertain: 0,
      failed: 0,
      calls: 2,
    });
    expect(api.texts(11)).toHaveLength(1);
    expect(api.texts(11)[0]).toContain('示例');
    expect(api.texts(11)[0]).toContain('八个聚力');
    expect(api.texts(13)).toEqual([]);
  });

  it('sends nothing twice, and brings the next edition the next morning', async () => {
    expect((await digest(first)).report).toMatchObject({ due: 0, sent: 0, calls: 0 });
    expect((await digest('2024-08-27T08:05:00+08:00')).report).toMatchObject({ due: 0, calls: 0 });
    expect((await digest(second)).report).toMatchObject({ sent: 2 });
    expect(api.texts(11)).toHaveLength(2);
    expect(api.violations()).toEqual([]);
  });

  it('refuses a moment that is none, in a sentence', async () => {
    const { status, talk } = await home.run('digest', '--at', 'tomorrow');
    expect(status).toBe(2);
    expect(talk).toMatch(/--at/);
  });
});

describe('a run that is killed', () => {
  it('goes on where it stopped, and doubles at most what was in flight', async () => {
    const api = await startBotApi({ isAnyChatKnown: true, keep: 'counts', latencyMs: 5 });
    const home = await makeTestHome({
      BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.url,
      SEND_RATE: '1000',
      PAID_BROADCAST: 'on',
    });
    const chats = Array.from({ length: 2_000 }, (_, n) => ({
      chat: 1_000 + n,
      rules: [{ district: '金水区' }],
      cursor: 0,
    }));
    await home.feed(lines(chats), 'subscribers', 'import');
    const killed = home.start('digest', '--at', first);
    const end = finished(killed);
    let seen = 0;
    await api.nextMessage(() => ++seen === 400);
    killed.kill('SIGKILL');
    await end;
    const { status, out } = await home.run('digest', '--at', first, '--json');
    expect(status).toBe(0);
    const counts = chats.map(({ chat }) => api.received(chat));
    const doubled = counts.filter((count) => count === 2).length;
    expect(counts.every((count) => count === 1 || count === 2)).toBe(true);
    // What the last batches had not recorded yet: tenths of a second at a thousand a second.
    expect(doubled).toBeLessThanOrEqual(400);
    expect(JSON.parse(out)).toMatchObject({ uncertain: 0, failed: 0 });
    const third = JSON.parse((await home.run('digest', '--at', first, '--json')).out);
    expect(third).toMatchObject({ sent: 0, calls: 0, uncertain: 0 });
    await api.close();
  });
});
