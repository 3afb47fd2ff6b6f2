import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPages } from '../../src/intake/list-pages.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'qubao-pages-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(file: string, text = '# 标题\n\n正文。'): Promise<void> {
  const whole = path.join(folder, file);
  await mkdir(path.dirname(whole), { recursive: true });
  await writeFile(whole, text);
}

describe('listing pages', () => {
  it('gives pages in the order of issues and of page numbers, dated by their folder', async () => {
    await put('pages/2024-08-28/a1.md');
    await put('pages/2024-08-27/page-10.md');
    await put('pages/2024-08-27/page-2.md');
    await put('pages/single.md');
    const { pages, findings } = await listPages(folder);
    expect(pages.map(({ file, folderDate }) => [file, folderDate])).toEqual([
      ['pages/2024-08-27/page-2.md', '2024-08-27'],
      ['pages/2024-08-27/page-10.md', '2024-08-27'],
      ['pages/2024-08-28/a1.md', '2024-08-28'],
      ['pages/single.md', undefined],
    ]);
    expect(findings).toEqual([]);
  });

  it('passes over pictures and what editors leave, and names other files', async () => {
    await put('pages/2024-08-27/a.md');
    await put('pages/2024-08-27/photo.jpg');
    await put('pages/2024-08-27/.a.md.swp');
    await put('pages/2024-08-27/a.md.part');
    await put('pages/2024-08-27/scan.pdf');
    const { pages, findings } = await listPages(folder);
    expect(pages.map(({ file }) => file)).toEqual(['pages/2024-08-27/a.md']);
    expect(findings.map(({ file, rule }) => [file, rule])).toEqual([
      ['pages/2024-08-27/scan.pdf', 'not-a-page'],
    ]);
  });

  it('says when a folder looks like a date and is none', async () => {
    await put('pages/2024-8-27/a.md');
    const { pages, findings } = await listPages(folder);
    expect(pages[0]?.folderDate).toBeUndefined();
    expect(findings.map(({ rule }) => rule)).toEqual(['folder-date']);
  });

  it('comes back from links that lead in a circle or nowhere', async () => {
    await put('pages/2024-08-27/a.md');
    await symlink(path.join(folder, 'pages'), path.join(folder, 'pages/2024-08-27/again'));
    await symlink(path.join(folder, 'nowhere'), path.join(folder, 'pages/2024-08-27/lost.md'));
    const { pages, findings } = await listPages(folder);
    expect(pages).toHaveLength(1);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['link-loop', 'warning'],
      ['unreadable', 'error'],
    ]);
  });

  it('warns where there is no folder for pages', async () => {
    const { pages, findings } = await listPages(folder);
    expect(pages).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual(['no-pages']);
  });
});
