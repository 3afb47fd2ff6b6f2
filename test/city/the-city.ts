import { readFileSync } from 'node:fs';
import type { City } from '../../src/city/city.js';
import { parseCity } from '../../src/city/load-city.js';

/** The city file that comes with the program. */
export const cityFile = 'content/city.yaml';

/** The city that comes with the program. */
export function theCity(): City {
  return parseCity(readFileSync(cityFile, 'utf8'), cityFile);
}

/** The smallest city file there can be, for tests that break it. */
export function smallCityFile(): string {
  const topics = [
    'economy',
    'services',
    'education',
    'law',
    'safety',
    'jobs',
    'community',
    'welfare',
    'culture',
  ];
  const all = [...topics, 'city', 'environment', 'rural', 'technology'];
  return `name: 青石市
english: Qingshi
timezone: Asia/Shanghai
districts:
  - code: "990101"
    name: 东山区
    slug: dongshan
    english: Dongshan District
    kind: statutory
    aliases: [东山新城]
    landmarks: 东山书院
    streets:
      990101001 石桥街道: 石桥 河东社区
      990101100 柳林镇: { aliases: [柳林街道], places: 大柳庄 小柳庄 }
  - code: "990102"
    name: 西川县
    slug: xichuan
    english: Xichuan County
    kind: statutory
topics:
${all.map((id) => `  - { id: ${id}, name: { zh: 题${id}, en: ${id} }, words: { 1: 词${id} } }`).join('\n')}
`;
}
