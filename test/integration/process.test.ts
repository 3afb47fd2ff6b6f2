import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { BotApiServer } from '../../src/local-chat/bot-api/bot-api-server.js';
import { startBotApi } from '../../src/local-chat/bot-api/start-bot-api.js';
import { finished, makeTestHome } from '../support/run-qubao.js';

const servers: BotApiServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function openApi(options: Parameters<typeof startBotApi>[0] = {}): Promise<BotApiServer> {
  const server = await startBotApi({ isAnyChatKnown: true, ...options });
  servers.push(server);
  return server;
}

/** Resolves with the log line of `stream` that contains `words`. */
async function heard(stream: NodeJS.ReadableStream | null, words: string): Promise<void> {
  let text = '';
  while (!text.includes(words)) text += String((await once(stream ?? process.stdin, 'data'))[0]);
}

describe('the process', () => {
  it('ends with 0 on SIGTERM, its token in no log line', async () => {
    const api = await openApi();
    const home = await makeTestHome({ BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url, LOG_LEVEL: 'debug' });
    const bot = home.startBot();
    const end = finished(bot);
    await heard(bot.stderr, 'bot listens');
    bot.kill('SIGTERM');
    const { status, out, talk } = await end;
    expect({ status, talk }).toMatchObject({ status: 0 });
    expect(out + talk).not.toContain(api.token.split(':')[1]);
    expect(
      talk
        .trim()
        .split('\n')
        .every((line) => line.startsWith('{')),
    ).toBe(true);
  });

  it('ends with 2 and a sentence when the token is wrong', async () => {
    const api = await openApi();
    const home = await makeTestHome({
      BOT_TOKEN: '99:not-the-token-that-it-knows',
      TELEGRAM_API_ROOT: api.url,
    });
    const { status, talk } = await finished(home.startBot());
    expect(status).toBe(2);
    expect(talk).toMatch(/^BOT_TOKEN: .*\n$/m);
    expect(talk).not.toContain('not-the-token');
  });

  it('ends with 2 and names every setting that is wrong', async () => {
    const home = await makeTestHome({ SEND_RATE: 'fast', DIGEST_TIME: '25:00' });
    const { status, talk } = await finished(home.startBot());
    expect(status).toBe(2);
    expect(talk).toMatch(/SEND_RATE: /);
    expect(talk).toMatch(/DIGEST_TIME: /);
  });

  it('waits for a Telegram that cannot be reached, and stops when asked to', async () => {
    const api = await openApi();
    await api.close();
    servers.pop();
    const home = await makeTestHome({ BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url });
    const bot = home.startBot();
    const end = finished(bot);
    await heard(bot.stderr, 'cannot be reached');
    bot.kill('SIGTERM');
    expect((await end).status).toBe(0);
  });

  it('says in a sentence that there is no content', async () => {
    const home = await makeTestHome({ CONTENT_DIR: '/nowhere/at/all', BOT_TOKEN: '1:x' });
    const { status, talk } = await finished(home.startBot());
    expect(status).toBe(2);
    expect(talk).toMatch(/^CONTENT_DIR: /m);
  });

  it('says in a sentence that the store is damaged, and never takes it for an empty one', async () => {
    const home = await makeTestHome();
    await writeFile(
      path.join(home.folder, 'qubao.sqlite'),
      'this is no database, whatever its name says'.repeat(99),
    );
    const { status, talk, out } = await home.run('subscribers', 'export');
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(talk).toMatch(/no SQLite database/);
  });

  it.each(['/dev/null/q.sqlite', '/proc/no/such/q.sqlite'])(
    'says in a sentence that there can be no store at %s',
    async (file) => {
      const home = await makeTestHome({ STORE_URL: `sqlite://${file}` });
      const { status, out, talk } = await home.run('subscribers', 'export');
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(talk).toMatch(/^STORE_URL: .*cannot be made/m);
    },
  );

  it('names the file that cannot be written, not the store', async () => {
    const home = await makeTestHome();
    for (const command of [['backup'], ['subscribers', 'export']]) {
      const { status, talk } = await home.run(...command, path.join('no', 'such', 'copy'));
      expect(status).toBe(2);
      expect(talk).toMatch(/^no\/such\/copy: expected a folder that exists/);
    }
  });

  it('copies the store while others use it, and overwrites nothing', async () => {
    const home = await makeTestHome();
    await home.feed('{"chat":7,"rules":[{"keyword":"地铁"}]}', 'subscribers', 'import');
    const copy = path.join(home.folder, 'copy.sqlite');
    expect((await home.run('backup', copy)).status).toBe(0);
    expect((await home.run('backup', copy)).status).toBe(2);
    const other = await makeTestHome({ STORE_URL: `sqlite://${copy}` });
    expect((await other.run('subscribers', 'export')).out).toContain('"chat":7');
  });

  it('tells wrong use from found problems by its exit status', async () => {
    const home = await makeTestHome();
    expect((await home.run('--help')).status).toBe(0);
    expect((await home.run('digest')).status).toBe(2);
    expect((await home.run('nonsense')).status).toBe(2);
    expect((await home.run('constructor')).status).toBe(2);
    expect((await home.run('subscribers', 'import', '/no/such/file')).status).toBe(2);
    expect((await home.feed('nothing that can be read\n', 'subscribers', 'import')).status).toBe(1);
  });

  it('hands a digest to the bot that runs, and sends nothing twice', async () => {
    const api = await openApi();
    const home = await makeTestHome({
      ...{ BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url },
      ...{ SCHEDULE: 'off', SEND_RATE: '1000', PAID_BROADCAST: 'on', LOG_LEVEL: 'info' },
    });
    await home.feed(
      JSON.stringify({ chat: 5, rules: [{ district: '金水区' }], cursor: 0 }),
      'subscribers',
      'import',
    );
    const bot = home.startBot();
    const end = finished(bot);
    await heard(bot.stderr, 'bot listens');
    const [one, other] = await Promise.all(
      [1, 2].map(() => home.run('digest', '--at', '2024-08-27T07:30:00+08:00', '--json')),
    );
    expect([one?.status, other?.status]).toEqual([0, 0]);
    expect(JSON.parse(one?.out ?? '{}').sent + JSON.parse(other?.out ?? '{}').sent).toBe(1);
    expect(api.received(5)).toBe(1);
    bot.kill('SIGTERM');
    expect((await end).status).toBe(0);
  });
});
