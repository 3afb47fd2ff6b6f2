import { expect, it } from 'vitest';
import { makeTestHome } from '../support/run-qubao.js';

const doctor = async (settings: Readonly<Record<string, string>>) => {
  const { status, out } = await (await makeTestHome(settings)).run('doctor');
  return { status, lines: out.trim().split('\n') };
};

it('the doctor finds nothing wrong with a fresh checkout', async () => {
  const { status, lines } = await doctor({});
  expect({ status, problems: lines.filter((line) => line.startsWith('✗')) }).toEqual({
    status: 0,
    problems: [],
  });
  expect(lines).toContain('· BOT_TOKEN is not set: npm start opens the local chat.');
});

it('the doctor says each thing once, and of a store that is none nothing else', async () => {
  const { status, lines } = await doctor({ CONTENT_DIR: '/no/such/folder' });
  expect(status).toBe(1);
  expect(lines.filter((line) => line.includes('CONTENT_DIR'))).toHaveLength(1);
  const other = await doctor({ STORE_URL: 'redis://127.0.0.1' });
  expect(other.status).toBe(1);
  expect(other.lines.filter((line) => /store/i.test(line))).toEqual([
    expect.stringMatching(/^✗ STORE_URL: expected sqlite/),
  ]);
});
