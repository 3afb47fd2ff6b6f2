import { describe, expect, it } from 'vitest';
import { districtButtonLabel, districtLabel, joinedLabel, ruleLabel } from '../../src/telegram/labels.js';
import { theCity } from '../city/the-city.js';

const city = theCity();

describe('a district in English', () => {
  it('leaves out the name of the city it lies in', () => {
    expect(districtLabel('航空港区', city, 'en')).toBe('Airport Zone');
    expect(districtLabel('中牟县', city, 'en')).toBe('Zhongmu County');
  });

  it('is shorter on a button, and never less than a name', () => {
    const shown = city.districts.map(({ name }) => districtButtonLabel(name, city, 'en'));
    expect(shown).toContain('Jinshui');
    expect(shown).toContain('Zhengdong New District');
    expect(new Set(shown).size).toBe(city.districts.length);
  });

  it('stays as it is in Chinese', () => {
    for (const { name } of city.districts) expect(districtButtonLabel(name, city, 'zh')).toBe(name);
  });
});

describe('a wish in words', () => {
  const parts = [{ district: '中牟县' }, { topic: 'education' as const }, { keyword: '消防' }];

  it('is one sentence of all its parts', () => {
    expect(joinedLabel(parts, city, 'zh')).toBe('中牟县含“消防”的教育新闻');
    expect(joinedLabel(parts, city, 'en')).toBe('Education in Zhongmu County with “消防”');
    expect(joinedLabel(parts.slice(2), city, 'en')).toBe('news with “消防”');
  });

  it('names the parts of a rule', () => {
    expect(ruleLabel(Object.assign({}, ...parts), city, 'zh')).toBe('中牟县 · 教育 · “消防”');
  });
});
