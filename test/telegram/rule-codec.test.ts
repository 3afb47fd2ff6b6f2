import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/city/create-directory.js';
import { decodeRules, encodeRule, ruleKey } from '../../src/telegram/rule-codec.js';
import { theCity } from '../city/the-city.js';

const directory = createDirectory(theCity());

describe('rules in callback data', () => {
  it.each([
    { district: '金水区' },
    { topic: 'law' as const },
    { district: '金水区', topic: 'education' as const },
    { keyword: 'a+b,c:d%e 地铁' },
  ])('come back as they were: %o', (rule) => {
    expect(decodeRules(encodeRule(rule, directory), directory)).toEqual([rule]);
  });

  it.each(['', 'd.', 'd.nowhere', 't.news', 'k.', 'k.%', 'x', 'd.jinshui,', '__proto__'])(
    'forged as %s are refused',
    (data) => {
      expect(decodeRules(data, directory)).toBeUndefined();
    },
  );

  it('that are too long are known by a fingerprint', () => {
    const key = ruleKey({ keyword: '很长'.repeat(15) }, directory);
    expect(key).toMatch(/^#[0-9a-f]{12}$/);
    expect(Buffer.byteLength(ruleKey({ keyword: '地铁' }, directory))).toBeLessThan(56);
  });
});
