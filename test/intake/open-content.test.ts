import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageReading } from '../../src/articles/article.js';
import { areAllSamples, type Content, openContent } from '../../src/intake/open-content.js';
import { Problem } from '../../src/problem.js';
import { type ContentFolder, makeContentFolder, pageOf } from './content-folder.js';

let folder: ContentFolder;
beforeEach(async () => {
  folder = await makeContentFolder();
});
afterEach(() => folder.remove());

const now = new Date('2024-08-28T00:00:00Z');
async function changesOf(content: Content, moment = now): Promise<PageReading[]> {
  const parts: PageReading[] = [];
  for await (const part of content.changes(moment)) parts.push(part);
  return parts;
}
const headlinesOf = (parts: readonly PageReading[]) =>
  parts.flatMap(({ articles }) => articles.map(({ headline }) => headline));

describe('opening content', () => {
  it('names CONTENT_DIR where there is no folder, or a file, or no city', async () => {
    const missing = path.join(folder.path, 'missing');
    await expect(openContent(missing)).rejects.toThrow(/^CONTENT_DIR: expected a folder .* there is no /);
    await expect(openContent(path.join(folder.path, 'city.yaml'))).rejects.toThrow(
      /^CONTENT_DIR: .* is a file/,
    );
    await rm(path.join(folder.path, 'city.yaml'));
    await expect(openContent(folder.path)).rejects.toThrow(/^CONTENT_DIR: expected city\.yaml in /);
    await expect(openContent(folder.path)).rejects.toBeInstanceOf(Problem);
  });

  it('names the line of a city that is wrong', async () => {
    await writeFile(path.join(folder.path, 'city.yaml'), 'name: 云州市\ntimezone: Nowhere\n');
    await expect(openContent(folder.path)).rejects.toThrow(/city\.yaml:\d+: /);
  });
});

describe('reading all content', () => {
  it('gives articles in order of issue, page and position', async () => {
    await folder.put('pages/2024-08-28/page-1.md', pageOf('己项目开工'));
    await folder.put('pages/2024-08-27/page-10.md', pageOf('丙项目开工'));
    await folder.put('pages/2024-08-27/page-2.md', pageOf('甲项目开工', '乙项目开工'));
    await folder.put(
      'pages/single.md',
      '---\ndate: 2024-08-26\nheadline: 戊项目开工\n---\n\n中牟县的戊项目近日开工，占地三十亩。\n',
    );
    const { articles } = await (await openContent(folder.path)).readAll();
    expect(articles.map(({ headline }) => headline)).toEqual([
      '戊项目开工',
      '甲项目开工',
      '乙项目开工',
      '丙项目开工',
      '己项目开工',
    ]);
    expect(articles[1]?.source).toEqual({ file: 'pages/2024-08-27/page-2.md', line: 1 });
    expect(articles.at(-1)?.date).toBe('2024-08-28');
  });

  it('reports what cannot be read by file and line, and keeps the others', async () => {
    await folder.put('pages/2024-08-27/good.md', pageOf('甲项目开工'));
    await folder.put('pages/2024-08-27/bad.md', Buffer.from('# x\n\0\0'));
    await folder.put('pages/2024-08-27/huge.md', 'x'.repeat(9 * 1024 * 1024));
    const { articles, findings } = await (await openContent(folder.path)).readAll();
    expect(articles.map(({ headline }) => headline)).toEqual(['甲项目开工']);
    expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { file: 'pages/2024-08-27/bad.md', line: 2, rule: 'encoding' },
      { file: 'pages/2024-08-27/huge.md', line: 1, rule: 'too-large' },
    ]);
  });

  it('reads a page of an older system', async () => {
    const head = Buffer.from('# ');
    const headline = Buffer.from([0xbd, 0xf0, 0xcb, 0xae, 0xc7, 0xf8]);
    await folder.put('pages/2024-08-27/a.md', Buffer.concat([head, headline, Buffer.from('\n\n'), headline]));
    const { findings } = await (await openContent(folder.path)).readAll();
    expect(findings.map(({ rule }) => rule)).toContain('encoding');
  });

  it('tells samples from news', async () => {
    await folder.put('pages/2024-08-27/a.md', `---\nsample: true\n---\n\n${pageOf('甲项目开工')}`);
    const content = await openContent(folder.path);
    expect(areAllSamples((await content.readAll()).articles)).toBe(true);
    await folder.put('pages/2024-08-28/a.md', pageOf('乙项目开工'));
    expect(areAllSamples((await content.readAll()).articles)).toBe(false);
    expect(areAllSamples([])).toBe(false);
  });
});

describe('changes of content', () => {
  it('are everything the first time, and then what is new or changed', async () => {
    await folder.put('pages/2024-08-27/a.md', pageOf('甲项目开工'));
    const content = await openContent(folder.path);
    expect(headlinesOf(await changesOf(content))).toEqual(['甲项目开工']);
    expect(headlinesOf(await changesOf(content))).toEqual([]);
    await folder.put('pages/2024-08-27/b.md', pageOf('乙项目开工'));
    expect(headlinesOf(await changesOf(content))).toEqual(['乙项目开工']);
    await folder.put('pages/2024-08-27/a.md', pageOf('甲项目昨日开工'));
    expect(headlinesOf(await changesOf(content))).toEqual(['甲项目昨日开工']);
  });

  it('come again until the day of their issue', async () => {
    await folder.put('pages/2024-08-29/a.md', pageOf('甲项目开工'));
    const content = await openContent(folder.path);
    expect(headlinesOf(await changesOf(content))).toEqual(['甲项目开工']);
    expect(headlinesOf(await changesOf(content))).toEqual(['甲项目开工']);
    const nextDay = new Date('2024-08-29T00:00:00+08:00');
    expect(headlinesOf(await changesOf(content, nextDay))).toEqual(['甲项目开工']);
    expect(headlinesOf(await changesOf(content, nextDay))).toEqual([]);
  });

  it('say once what is wrong, also with a page that is given again', async () => {
    await folder.put('pages/2024-08-29/a.md', `${pageOf('甲项目开工')}\n## 只有题目\n`);
    await folder.put('pages/2024-08-29/scan.pdf', 'x');
    const content = await openContent(folder.path);
    const rules = async () =>
      (await changesOf(content)).flatMap(({ findings }) => findings.map(({ rule }) => rule));
    expect(await rules()).toContain('not-a-page');
    expect(await rules()).toEqual([]);
    await folder.put('pages/2024-08-29/other.pdf', 'x');
    expect(await rules()).toEqual(['not-a-page']);
  });

  it('come again where their taker failed', async () => {
    await folder.put('pages/2024-08-27/a.md', pageOf('甲项目开工'));
    const content = await openContent(folder.path);
    const failing = async () => {
      for await (const { articles } of content.changes(now)) if (articles.length > 0) throw new Error('full');
    };
    await expect(failing()).rejects.toThrow('full');
    expect(headlinesOf(await changesOf(content))).toEqual(['甲项目开工']);
  });

  it('come in parts, an issue never torn apart', async () => {
    const many = (from: number) =>
      pageOf(...Array.from({ length: 150 }, (_, n) => `第${from + n}个项目开工`));
    for (const [index, day] of ['2024-08-24', '2024-08-25', '2024-08-26', '2024-08-27'].entries()) {
      await folder.put(`pages/${day}/a.md`, many(index * 200));
      await folder.put(`pages/${day}/b.md`, many(index * 200 + 1000));
    }
    const parts = (await changesOf(await openContent(folder.path))).filter(
      ({ articles }) => articles.length > 0,
    );
    expect(parts.length).toBe(4);
    for (const { articles } of parts) expect(new Set(articles.map(({ date }) => date)).size).toBe(1);
  });
});
