import { describe, expect, it } from 'vitest';
import { topicIds } from '../../src/city/city.js';
import { parseCity } from '../../src/city/load-city.js';
import { Problem } from '../../src/problem.js';
import { smallCityFile, theCity } from './the-city.js';

/** The message of the problem that a changed city file gives. */
function problemOf(change: (text: string) => string): string {
  try {
    parseCity(change(smallCityFile()), 'city.yaml');
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(Problem);
    return (thrown as Problem).message;
  }
  return 'no problem';
}

describe('parseCity', () => {
  it('reads districts with their sub-districts, villages and landmarks', () => {
    const [district] = parseCity(smallCityFile(), 'city.yaml').districts;
    expect(district).toMatchObject({
      name: '东山区',
      official: '东山区',
      slug: 'dongshan',
      aliases: ['东山新城'],
    });
    expect(district?.places.map(({ name, kind, code }) => [name, kind, code])).toEqual([
      ['石桥街道', 'street', '990101001'],
      ['柳林镇', 'town', '990101100'],
      ['东山书院', 'landmark', undefined],
    ]);
    expect(district?.places[1]?.aliases).toEqual(['柳林街道']);
    expect(district?.places[1]?.places.map(({ name }) => name)).toEqual(['大柳庄', '小柳庄']);
  });

  it('reads the roads of a district', () => {
    const text = smallCityFile().replace('东山书院', '东山书院\n    roads: 河东路 石桥街');
    const roads = parseCity(text, 'c').districts[0]?.places.filter(({ kind }) => kind === 'road');
    expect(roads?.map(({ name }) => name)).toEqual(['河东路', '石桥街']);
  });

  it('gives a topic its words with their weights', () => {
    const [topic] = parseCity(
      smallCityFile().replace('1: 词economy', '3: 投产 签约, 0.5: [增长]'),
      'c',
    ).topics;
    expect(topic?.words).toEqual(new Map(Object.entries({ 投产: 3, 签约: 3, 增长: 0.5 })));
  });

  it('lets a community that is headed with its sub-district be called without', () => {
    const city = parseCity(smallCityFile().replace('河东社区', '石桥河东社区 石桥社区'), 'c');
    const villages = city.districts[0]?.places[0]?.places ?? [];
    expect(villages.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['石桥', []],
      ['石桥河东社区', ['河东社区']],
      ['石桥社区', []],
    ]);
  });

  it('reads the city that comes with the program', () => {
    const city = theCity();
    expect(city.districts.map(({ name }) => name)).toEqual([
      ...['中原区', '二七区', '管城区', '金水区', '上街区', '惠济区', '中牟县', '巩义市', '荥阳市', '新密市'],
      ...['新郑市', '登封市', '经开区', '高新区', '航空港区', '郑东新区'],
    ]);
    expect(city.topics.map(({ id }) => id)).toEqual([...topicIds]);
    for (const topic of city.topics) expect(topic.words.size).toBeGreaterThanOrEqual(40);
  });

  const faults: ReadonlyArray<readonly [what: string, change: (text: string) => string, message: string]> = [
    [
      'a file that is no YAML',
      (t) => t.replace('name: 青石市', 'name: [青石市'),
      'city.yaml:2: expected YAML',
    ],
    ['an empty file', () => '', 'city.yaml:1: the file: expected name, english'],
    [
      'an alias of YAML',
      (t) => t.replace('name: 青石市', 'name: &n 青石市').replace('english: Qingshi', 'english: *n'),
      'city.yaml:1: expected YAML without aliases',
    ],
    [
      'an unknown key',
      (t) => t.replace('aliases: [东山新城]', 'alias: [东山新城]'),
      'city.yaml:10: districts.0: expected no other keys than the form has, got "alias"',
    ],
    [
      'a missing key',
      (t) => t.replace('    english: Xichuan County\n', ''),
      'city.yaml:15: districts.1.english: expected a name, got nothing',
    ],
    [
      'a code that lost its zeros for want of quotes',
      (t) => t.replace('"990102"', '990102'),
      'city.yaml:15: districts.1.code: expected a code in quotes, got 990102',
    ],
    [
      'a wrong kind',
      (t) => t.replace('kind: statutory', 'kind: rural'),
      'city.yaml:9: districts.0.kind: expected statutory or functional, got "rural"',
    ],
    [
      'a slug that is no pinyin',
      (t) => t.replace('slug: xichuan', 'slug: 西川'),
      'city.yaml:17: districts.1.slug: expected pinyin',
    ],
    [
      'a time zone that there is not',
      (t) => t.replace('Asia/Shanghai', 'Asia/Qingshi'),
      'city.yaml:3: timezone: expected a time zone such as Asia/Shanghai, got "Asia/Qingshi"',
    ],
    [
      'a sub-district with half a code',
      (t) => t.replace('990101001 石桥', '990101 石桥'),
      'city.yaml:13: districts.0.streets.990101 石桥街道: ',
    ],
    [
      'a topic that there is not',
      (t) => t.replace('id: economy', 'id: money'),
      'expected one of economy, services',
    ],
    [
      'a weight that is no number',
      (t) => t.replace('1: 词economy', 'strong: 词economy'),
      'city.yaml:21: topics.0.words.strong: expected weights such as 0.5, 1, 2 or 3',
    ],
    [
      'a code there twice',
      (t) => t.replace('"990102"', '"990101"'),
      'city.yaml:15: expected each code once, got 990101 again',
    ],
    [
      'a slug there twice',
      (t) => t.replace('slug: xichuan', 'slug: dongshan'),
      'city.yaml:17: expected each slug once, got dongshan again',
    ],
    [
      'a district there twice',
      (t) => t.replace('name: 西川县', 'name: 东山区'),
      'city.yaml:16: expected each district once, got 东山区 again',
    ],
    [
      'a sub-district code there twice',
      (t) => t.replace('990101100 柳林', '990101001 柳林'),
      'city.yaml:14: expected each code once, got 990101001 again',
    ],
    [
      'a topic there twice',
      (t) => t.replace('id: technology', 'id: rural'),
      'city.yaml:33: expected each topic once, got rural again',
    ],
    [
      'a topic missing',
      (t) => t.replace(/.*id: technology.*\n/, ''),
      'city.yaml:20: expected all thirteen topics, technology did not come',
    ],
    [
      'a word with two weights',
      (t) => t.replace('1: 词economy', '1: 投产, 3: 投产'),
      'city.yaml:21: expected each word of a topic once, got 投产 again',
    ],
    [
      'an alias of two districts',
      (t) => t.replace('[东山新城]', '[西川县]'),
      'city.yaml:10: expected a name of one district only, got 西川县, which is 西川县 already',
    ],
  ];
  it.each(faults)('names the line of %s', (_, change, message) => {
    expect(problemOf(change)).toContain(message);
  });
});
