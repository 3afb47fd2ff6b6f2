import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** The stages in the order the article moves: each imports only from those before it. */
const stages =
  'city calendar articles storage archive intake services subscribers digest delivery telegram web local-chat schedule'.split(
    ' ',
  );
/** Files of `src` itself that any stage may import. */
const open = ['log.ts', 'problem.ts'];
/** Outside packages with one home. */
const homes: Readonly<Record<string, string>> = {
  keyv: 'storage',
  '@keyv/sqlite': 'storage',
  sqlite3: 'storage',
  telegraf: 'telegram',
  'node-cron': 'schedule',
  dayjs: 'calendar',
  pino: 'log.ts',
  feedsmith: 'intake',
  chokidar: 'intake',
  commander: 'cli',
  hono: 'local-chat',
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly target: string;
}

const root = path.resolve('src');
const roomOf = (file: string) => path.relative(root, file).split(path.sep)[0] ?? '';
const imports: readonly Import[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((name) => {
    const file = path.join(root, name);
    const targets = readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\b[^'"]*?from\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
    );
    return [...targets].map(([, one, other]) => ({
      file: name,
      from: roomOf(file),
      target: one ?? other ?? '',
    }));
  });
const inside = imports.filter(({ target }) => target.startsWith('.'));
const outside = imports.filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'));

describe('imports', () => {
  it('go one way: a stage knows only the stages before it', () => {
    const wrong = inside.filter(({ file, from, target }) => {
      const room = roomOf(path.resolve(root, path.dirname(file), target.replace(/\.js$/, '.ts')));
      if (room === from || open.includes(room) || !stages.includes(from)) return false;
      return !stages.includes(room) || stages.indexOf(room) > stages.indexOf(from);
    });
    expect(wrong).toEqual([]);
  });

  it('keep every outside package in its one home', () => {
    const wrong = outside.filter(({ from, target }) => {
      const name = target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/');
      return homes[name] !== undefined && homes[name] !== from;
    });
    expect(wrong).toEqual([]);
  });

  it('see something: the test reads what the code says', () => {
    expect(inside.length).toBeGreaterThan(20);
    expect(outside.some(({ target }) => target === 'keyv')).toBe(true);
  });
});
