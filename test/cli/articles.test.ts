import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeTestHome, type TestHome } from '../support/run-qubao.js';

const page = `## 金水区： 花园路街道建成口袋公园

本报讯(记者 许见山 通讯员 齐悦 文/图)8月26日，金水区花园路街道建成一处口袋公园，占地30亩，总投资1.2亿元，比上年增长3.6%。

公园里设有健身步道和儿童乐园，附近3个社区的居民步行10分钟就能走到。
`;
let home: TestHome;
let file: string;
beforeAll(async () => {
  home = await makeTestHome();
  file = path.join(home.folder, '2024-08-27', 'a.md');
  await mkdir(path.dirname(file));
  await writeFile(file, page);
});

describe('qubao articles', () => {
  it('prints one article a line with the fields of the contract first, in its order', async () => {
    const { status, out } = await home.run('articles', '--json', file);
    expect(status).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    const article = JSON.parse(lines[0] ?? '');
    expect(Object.keys(article).slice(0, 15)).toEqual(
      'id date headline kicker subheadline districts topics reporters correspondents photo paragraphs summary points figures source'.split(
        ' ',
      ),
    );
    expect(article).toMatchObject({
      date: '2024-08-27',
      headline: '花园路街道建成口袋公园',
      kicker: '金水区',
      districts: ['金水区'],
      reporters: ['许见山'],
      correspondents: ['齐悦'],
      photo: true,
      summary: '金水区花园路街道建成一处口袋公园，占地30亩，总投资1.2亿元，比上年增长3.6%。',
      source: { file, line: 1 },
    });
  });

  it('reads a file by a path from the working folder, and explains', async () => {
    const { out, status } = await home.run('articles', '--explain', '2024-08-27/a.md');
    expect(status).toBe(0);
    expect(out).toContain('2024-08-27/a.md:1');
    expect(out).toMatch(/districts: .*金水区/);
  });

  it('names a file that is not there and ends with 2', async () => {
    const { status, talk, out } = await home.run('articles', 'missing.md');
    expect([status, out]).toEqual([2, '']);
    expect(talk).toMatch(/^missing\.md: expected a page/);
  });

  it('is not disturbed by a reader that has had enough', async () => {
    const command = `"${process.execPath}" "${path.resolve('dist/cli/qubao.js')}" articles --json | head -n 1`;
    const run = new Promise<string>((resolve, reject) =>
      execFile('sh', ['-c', command], { cwd: home.folder, env: home.environment }, (error, out, talk) =>
        error ? reject(error) : resolve(out + talk),
      ),
    );
    expect(await run).not.toContain('EPIPE');
  });
});
