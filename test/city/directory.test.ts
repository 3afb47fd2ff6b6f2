import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/city/create-directory.js';
import type { Lookup, Subject } from '../../src/city/directory.js';
import { theCity } from './the-city.js';

const directory = createDirectory(theCity());

function nameOf(subject: Subject): string {
  return subject.kind === 'district' ? subject.name : subject.id;
}

/** A lookup on one line: `=金水区` found, `~金水区` found by a slip, `?中原区,中牟县` choices, `-` unknown. */
function shown(lookup: Lookup): string {
  switch (lookup.kind) {
    case 'found':
      return `${lookup.isBySlip ? '~' : '='}${nameOf(lookup.subject)}`;
    case 'choices':
      return `?${lookup.choices.map(nameOf).join(',')}`;
    case 'unknown':
      return '-';
  }
}

const finds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'names with and without their ending': {
    金水区: '=金水区',
    金水: '=金水区',
    郑东新区: '=郑东新区',
    郑东: '=郑东新区',
    高新: '=高新区',
    中牟: '=中牟县',
    中牟区: '=中牟县',
    荥阳县: '=荥阳市',
    郑州市金水区: '=金水区',
    郑州高新区: '=高新区',
  },
  'official names and aliases': {
    管城回族区: '=管城区',
    管城: '=管城区',
    港区: '=航空港区',
    空港: '=航空港区',
    航空港: '=航空港区',
    郑州航空港经济综合实验区: '=航空港区',
    郑州经济技术开发区: '=经开区',
    高新技术产业开发区: '=高新区',
  },
  'pinyin, initials and English': {
    jinshui: '=金水区',
    jinshuiqu: '=金水区',
    'Jin Shui Qu': '=金水区',
    jīnshuǐ: '=金水区',
    js: '=金水区',
    JSQ: '=金水区',
    zm: '=中牟县',
    zmx: '=中牟县',
    'Jinshui District': '=金水区',
    Xingyang: '=荥阳市',
    xingyangshi: '=荥阳市',
    'zhengdong new district': '=郑东新区',
  },
  'what is written in other forms': {
    ｊｉｎｓｈｕｉ: '=金水区',
    ' 金 水 区 ': '=金水区',
    '「金水区」': '=金水区',
    鄭東新區: '=郑东新区',
    滎陽: '=荥阳市',
    中牟縣: '=中牟县',
    經濟: '=economy',
  },
  topics: {
    education: '=education',
    教育: '=education',
    Education: '=education',
    jiaoyu: '=education',
    政务服务: '=services',
    'Public services': '=services',
    三农: '=rural',
    农业: '=rural',
  },
  'places, which mean their district': {
    须水街道: '=中原区',
    须水街道办事处: '=中原区',
    须水: '=中原区',
    xushui: '=中原区',
    姚家镇: '=中牟县',
    前李庄: '=中牟县',
    前李庄村: '=中牟县',
    永安街社区: '=荥阳市',
    樱桃沟: '=二七区',
    祭城路街道: '=郑东新区',
    少林寺: '=登封市',
    新郑国际机场: '=航空港区',
  },
  'names of several places': {
    西大街街道: '?管城区,新密市',
    东风路街道: '?金水区,中牟县',
    新华路: '?巩义市,新密市,新郑市',
  },
  'villages whose names may be words': { 广场: '?荥阳市,新密市', 市场街: '?中原区' },
  'half a name': { 中: '?中原区,中牟县', zhong: '?中原区,中牟县', 新: '?新密市,新郑市', 航空: '?航空港区' },
  'one slip': {
    今水: '~金水区',
    今水区: '~金水区',
    金水去: '~金水区',
    航空巷区: '~航空港区',
    jinshiu: '~金水区',
    guangcheng: '~管城区',
    中元: '?中原区,中牟县',
    新正市: '?新郑市,新密市',
    金木: '?金水区',
    金木区: '?金水区',
    水金: '?金水区',
    jinshu: '?金水区',
    公益: '?巩义市',
  },
  'what is no name': {
    郑州: '-',
    全市: '-',
    洛阳: '-',
    金水河: '-',
    二七纪念塔: '-',
    消防: '-',
    地铁: '-',
    '': '-',
    '   ': '-',
    '😀': '-',
    x: '-',
  },
};

describe.each(Object.entries(finds))('find understands %s', (_, table) => {
  it.each(Object.entries(table))('%j', (words, expected) => {
    expect(shown(directory.find(words))).toBe(expected);
  });
});

const wishes: ReadonlyArray<readonly [wish: string, subjects: string, rest: string]> = [
  ['金水区 教育 地铁', '=金水区 =education', '地铁'],
  ['金水区教育', '=金水区 =education', ''],
  ['金水区的教育和法治', '=金水区 =education =law', ''],
  ['金水区地铁', '=金水区', '地铁'],
  ['金水、二七，中原；js', '=金水区 =二七区 =中原区 =金水区', ''],
  ['jin shui qu', '=金水区', ''],
  ['Zhengdong New District, public services', '=郑东新区 =services', ''],
  ['Jinshui District 5G metro', '=金水区', '5G metro'],
  ['郑州市金水区 消防', '=金水区', '消防'],
  ['今水区', '~金水区', ''],
  ['进水', '?金水区', ''],
  ['金木区 教育', '?金水区 =education', ''],
  ['西大街街道', '?管城区,新密市', ''],
  ['高铁', '', '高铁'],
  ['AI', '', 'AI'],
  ['广场', '', '广场'],
  ['金水河治理', '', '金水河治理'],
  ['上街买菜', '', '上街买菜'],
  ['二七广场', '', '二七广场'],
  ['洛阳 牡丹', '', '洛阳 牡丹'],
  ['', '', ''],
];

describe('parse', () => {
  it.each(wishes)('takes %j apart', (wish, subjects, rest) => {
    const parsed = directory.parse(wish);
    expect([parsed.subjects.map(shown).join(' '), parsed.rest.join(' ')]).toEqual([subjects, rest]);
  });

  it('leaves over what comes after sixty words', () => {
    const { subjects, rest } = directory.parse('金水 '.repeat(1300));
    expect([subjects.length, rest.length]).toEqual([60, 1240]);
  });
});

describe('unknown names', () => {
  it('come with the subjects that share most with them', () => {
    const lookup = directory.find('金水区人社局');
    expect(lookup).toEqual({ kind: 'unknown', nearest: [{ kind: 'district', name: '金水区' }] });
  });

  it('come with none where nothing is shared', () => {
    expect(directory.find('qqqqqq')).toEqual({ kind: 'unknown', nearest: [] });
  });
});

describe('slugs', () => {
  it('lead to a district and back', () => {
    for (const { name, slug } of theCity().districts) {
      expect([directory.districtOfSlug(slug), directory.slugOf(name)]).toEqual([name, slug]);
    }
  });

  it('of nothing lead nowhere', () => {
    expect([directory.districtOfSlug('constructor'), directory.slugOf('洛阳市')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
