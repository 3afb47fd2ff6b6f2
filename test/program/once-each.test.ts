import { expect, it } from 'vitest';
import { onceEach } from '../../src/program/once-each.js';

it('each thing is told the first time it is listed', () => {
  const fresh = onceEach();
  expect(fresh(['a', 'b'])).toEqual(['a', 'b']);
  expect(fresh([])).toEqual([]);
  expect(fresh(['b', 'c'])).toEqual(['c']);
});
