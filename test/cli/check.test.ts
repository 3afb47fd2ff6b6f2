import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ContentFolder, makeContentFolder, pageOf } from '../intake/content-folder.js';
import { makeTestHome, type TestHome } from '../support/run-qubao.js';

let home: TestHome;
let folder: ContentFolder;
beforeEach(async () => {
  home = await makeTestHome();
  folder = await makeContentFolder();
});
afterEach(() => folder.remove());

describe('qubao check', () => {
  it('passes the content that the project ships', async () => {
    expect((await home.run('check')).status).toBe(0);
  });

  it('names file and line of what cannot be loaded, and ends with 1', async () => {
    await folder.put('pages/2024-08-27/good.md', pageOf('甲项目开工'));
    await folder.put('pages/2024-08-27/bad.md', Buffer.from('# x\n\0'));
    const { status, out } = await home.run('check', folder.path);
    expect(status).toBe(1);
    expect(out).toContain(`${folder.path}/pages/2024-08-27/bad.md:2: error: `);
  });

  it('names the line of a city that is wrong', async () => {
    await folder.put('city.yaml', 'name: 云州市\ntimezone: Nowhere\n');
    const { status, out } = await home.run('check', folder.path);
    expect(status).toBe(1);
    expect(out).toMatch(/city\.yaml:\d+: error: /);
  });

  it('ends with 2 where there is no content', async () => {
    const { status, talk } = await home.run('check', `${folder.path}/missing`);
    expect(status).toBe(2);
    expect(talk).toContain('check: expected a folder');
  });

  it('speaks SARIF and JSON', async () => {
    await folder.put('pages/2024-08-27/bad.md', Buffer.from('# x\n\0'));
    const sarif = JSON.parse((await home.run('check', folder.path, '--format', 'sarif')).out);
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0].results[0]).toMatchObject({
      ruleId: 'encoding',
      level: 'error',
      locations: [{ physicalLocation: { region: { startLine: 2 } } }],
    });
    const json = JSON.parse((await home.run('check', folder.path, '--format', 'json')).out);
    expect(json).toMatchObject([{ rule: 'encoding', severity: 'error', line: 2 }]);
  });

  it('refuses another form', async () => {
    expect((await home.run('check', '--format', 'xml')).status).toBe(2);
  });
});
