import type { City, District } from '../../src/city/city.js';
import { kits, type StoryKit, sharedTexts } from './invented-stories.js';
import { type PageStyle, renderPage, stylesOf } from './page-style.js';
import { createRandom, type Random } from './random.js';

/** A story whose every part is known. */
export interface TrueStory {
  readonly headline: string;
  readonly kicker: string;
  readonly subheadline: string;
  readonly district: string;
  readonly topic: string;
  readonly reporters: readonly string[];
  readonly correspondents: readonly string[];
  readonly paragraphs: readonly string[];
  /** Index of the paragraph that a section heading stands before. */
  readonly sections: readonly { readonly heading: string; readonly before: number }[];
  readonly bylineAt: 'line' | 'own' | 'end' | 'end-names' | 'end-own' | 'none';
  readonly isBrief: boolean;
}

/** A page and what it says. */
export interface TruePage {
  readonly text: string;
  readonly stories: readonly TrueStory[];
  readonly style: PageStyle;
  readonly seed: number;
}

const surnames = [
  ...'王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戚莫孔向汤党景靳',
];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红玲文辉鑫琳佳宁晨雨欣梓涵浩宇博轩'];

function personName(random: Random): string {
  const first = random.pick(surnames);
  return first + random.pick(given) + (random.chance(0.7) ? random.pick(given) : '');
}

function people(random: Random, count: number): readonly string[] {
  return [...new Set(Array.from({ length: count }, () => personName(random)))];
}

interface Scene {
  readonly district: District;
  readonly street: string;
  readonly community: string;
}

/** A sub-district and one of its communities that no other district has. */
function sceneOf(random: Random, city: City): Scene {
  const district = random.pick(
    city.districts.filter(({ places }) => places.some(({ kind }) => kind !== 'landmark')),
  );
  const street = random.pick(
    district.places.filter(({ kind, places }) => kind !== 'landmark' && places.length > 0),
  );
  const village = random.pick(street.places).name;
  const community = /(?:社区|村)$/u.test(village)
    ? village
    : `${village}${/[镇乡]$/u.test(street.name) ? '村' : '社区'}`;
  const written = random.chance(0.3) ? street.name.replace(/街道$/u, '街道办事处') : street.name;
  return { district, street: written, community };
}

const times = ['近日，', '日前，', '昨日，', '8月26日，', '8月27日上午，', '连日来，', '记者昨日获悉，', ''];

function fill(template: string, random: Random, scene: Scene, districtName: string): string {
  return template
    .replaceAll('{D}', districtName)
    .replaceAll('{S}', scene.street)
    .replaceAll('{C}', scene.community)
    .replace(/\{N\}/gu, () => String(random.integer(12, 980)))
    .replace(/\{M\}/gu, () => String(random.integer(2, 28)))
    .replace(/\{X\}/gu, () => personName(random));
}

/** Texts that no story of the page has had: no paper prints a sentence twice on a page. */
function textsOf(random: Random, kit: StoryKit, count: number, used: Set<string>): readonly string[] {
  const texts = random
    .shuffle([...kit.texts, ...kit.texts, ...sharedTexts])
    .filter((text, at, all) => all.indexOf(text) === at && !used.has(text))
    .slice(0, count);
  for (const text of texts) used.add(text);
  return texts;
}

function bylineOf(random: Random, style: PageStyle): TrueStory['bylineAt'] {
  const roll = random.next();
  if (roll < 0.06) return 'none';
  if (roll < style.headBylines) return style.ownLineBylines && random.chance(0.6) ? 'own' : 'line';
  return random.pick(['end', 'end-names', 'end-own'] as const);
}

function makeStory(random: Random, city: City, style: PageStyle, used: Set<string>): TrueStory {
  const kit = random.pick(kits);
  const scene = sceneOf(random, city);
  const isBrief = style.hasBriefs && random.chance(0.3);
  const districtName = random.chance(0.15) ? scene.district.official : scene.district.name;
  const bylineAt = isBrief ? random.pick(['line', 'none', 'end-names'] as const) : bylineOf(random, style);
  const lead = random.pick(times) + fill(random.pick(kit.leads), random, scene, districtName);
  const count = isBrief ? 0 : random.integer(1, 5);
  const texts = textsOf(random, kit, count, used).map((text) => fill(text, random, scene, districtName));
  const hasSections = style.hasSections && !isBrief && texts.length >= 3 && random.chance(0.35);
  const subheads = random.shuffle([...kit.subheads]).slice(0, 2);
  const name = random.pick(kit.headlines);
  return {
    headline: isBrief && random.chance(0.4) ? '' : name,
    kicker: !isBrief && random.chance(0.15) ? scene.district.name : '',
    subheadline:
      !isBrief && random.chance(0.12) ? `${scene.street}用${random.integer(3, 9)}个月办成一件民生实事` : '',
    district: scene.district.name,
    topic: kit.topic,
    reporters:
      bylineAt === 'none'
        ? []
        : people(random, bylineAt === 'line' && random.chance(0.08) ? 0 : random.integer(1, 2)),
    correspondents:
      bylineAt === 'none' || bylineAt === 'end-names' || random.chance(0.3)
        ? []
        : people(random, random.integer(1, 2)),
    paragraphs: [lead, ...texts],
    sections: hasSections ? subheads.map((heading, at) => ({ heading, before: 1 + at * 2 })) : [],
    bylineAt,
    isBrief,
  };
}

/** Composes a page of invented stories in the manner of one parser; the same seed, the same page. */
export function generatePage(seed: number, city: City): TruePage {
  const random = createRandom(seed);
  const style = stylesOf(random);
  const used = new Set<string>();
  const made = Array.from({ length: random.integer(3, 9) }, () => makeStory(random, city, style, used));
  const stories = made.filter(
    ({ headline }, at) => headline === '' || made.findIndex((other) => other.headline === headline) === at,
  );
  const ordered = [...stories.filter(({ isBrief }) => !isBrief), ...stories.filter(({ isBrief }) => isBrief)];
  return { text: renderPage(ordered, style, random), stories: ordered, style, seed };
}
