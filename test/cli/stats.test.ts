import { expect, it } from 'vitest';
import { makeTestHome } from '../support/run-qubao.js';

const subscribers = [
  { chat: 1, rules: [{ district: '金水区' }, { district: '金水区', topic: 'law' }] },
  { chat: 2, rules: [{ district: '金水区' }, { keyword: '地铁' }], pausedUntil: 'forever' },
  { chat: 3, rules: [{ district: '二七区' }], state: 'blocked' },
];

it('figures count chats by how they stand and what they asked for', async () => {
  const home = await makeTestHome();
  await home.feed(subscribers.map((one) => JSON.stringify(one)).join('\n'), 'subscribers', 'import');
  await home.run('search', '火星移民局');
  const { status, out } = await home.run('stats', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    ...{ subscribers: 3, active: 1, paused: 1, blocked: 1, uncertain: 0 },
    districts: { 金水区: 2, 二七区: 1 },
    topics: { law: 1 },
    keywords: 1,
    newest: '2024-08-28',
    missed: [{ query: '火星移民局', count: 1 }],
  });
  expect((await home.run('stats')).out).toContain(
    'subscribers: 3 (active 1, paused 1, blocked 1, uncertain 0)\ndistricts: 金水区 2, 二七区 1\n',
  );
});
