import type { Mention } from './mentions.js';
import { type PlacedText, textStart, titles } from './placed-text.js';
import type { Score } from './scores.js';
import type { ThinEvidence } from './thin-evidence.js';

const cityBody =
  /市(?:委|政府|人大|政协|纪委|公安|教育|交通|人社|市场监管|卫健|城管|城市管理|民政|文旅|文化|住房|住建|生态环境|应急|司法|财政|商务|农业|水利|林业|科技|工信|总工会|妇联|气象|消防|税务|医保|园林|疾控|自然资源|大数据|体育|红十字|残联|统计|审计|发展改革|发改|卫生局|城乡规划|规划局|房管|房产|工商局|质监|食药监|食品药品|物价|人力资源|环保|旅游局|安监|安全监管|建委|城建|国土|粮食局|文明办|热力|公交|自来水|消费者协会|消协|中级|中院|检察院|政法委|团市委|绿化)/u;

/** What a line, a network or a campaign of the city touches on its way. */
const passing = /途经|涉及|覆盖|包括|串起|连接|贯穿|途径/u;

interface Opening {
  readonly text: string;
  /** Where the city or one of its offices is first named; -1 where it is not. */
  readonly cityAt: number;
  /** Where a district or a place in one is first named; the length where none is. */
  readonly placeAt: number;
}

/** The first paragraph with the places of its first names. */
function openingOf(mentions: readonly Mention[], story: PlacedText): Opening {
  const text = story.paragraphs[0] ?? '';
  const start = textStart(story);
  const firstOf = (isWanted: (mention: Mention) => boolean) => {
    const found = mentions.find(
      (mention) => (mention.where === 'lead' || mention.where === 'first') && isWanted(mention),
    );
    return found === undefined ? undefined : found.at - start;
  };
  const body = cityBody.exec(text.slice(0, 120))?.index;
  const named = firstOf(({ entry }) => entry.kind === 'city');
  return {
    text,
    cityAt: Math.min(body ?? Number.POSITIVE_INFINITY, named ?? Number.POSITIVE_INFINITY),
    placeAt: firstOf(({ entry }) => entry.districts.length > 0) ?? text.length,
  };
}

/** Whether a story opens with the city and comes to districts only in passing: in a list, as an example. */
function passesThrough(opening: Opening, best: Score, near: number): boolean {
  const { text, cityAt, placeAt } = opening;
  if (cityAt >= placeAt) return false;
  const before = text.slice(0, placeAt);
  if (near >= 2 || (near >= 1 && passing.test(before))) return true;
  return /全市|我市/u.test(before) && best.count <= 1;
}

/** Names of the whole that may stand later than in the lead. */
const allOfIt = /全市|我市|全省|我省|市长|郑州市(?![民区])|市内[五六各]区/u;

/** A story and what has been found for its best district. */
interface Found {
  readonly district: string;
  readonly best: Score;
  readonly rivals: readonly Score[];
  readonly thin: ThinEvidence | undefined;
  readonly mentions: readonly Mention[];
  readonly text: PlacedText;
}

/** `市委` and 我市 are those of 新郑市 where a story is of that city alone and never names the other. */
function isOfCountyCity({ district, rivals, mentions }: Found): boolean {
  const ofAnyCity = /^[我全]市$/u;
  return (
    district.endsWith('市') &&
    rivals.every(({ firmness }) => firmness < 1) &&
    !mentions.some(({ entry }) => entry.kind === 'city' && !ofAnyCity.test(entry.name))
  );
}

/** Whether a story speaks of the whole city: its head names the city or an office of it, and districts come in passing. */
export function isCityWide(found: Found): boolean {
  const { best, rivals, thin, mentions, text } = found;
  if (thin === undefined && isOfCountyCity(found)) return false;
  const head = `${text.kicker}${text.headline}${text.paragraphs[0]?.slice(0, 150) ?? ''}`;
  const speaksOfCity =
    cityBody.test(head) ||
    mentions.some(({ entry, where }) => entry.kind === 'city' && where !== 'text' && where !== 'first');
  if (thin?.isSubject === false && (speaksOfCity || allOfIt.test(head))) return true;
  const near = rivals.filter(({ total, firmness }) => total >= best.total * 0.4 && firmness >= 1).length;
  if (near >= 3 && best.head < 8 && rivals.every(({ head }) => head < 8)) return true;
  if (!speaksOfCity) return false;
  if (best.head === 0 && best.count <= 2) return true;
  if (near >= 2 && best.head < 8) return true;
  const isTitled = mentions.some(({ entry, where }) => entry.districts.length > 0 && titles.has(where));
  return !isTitled && passesThrough(openingOf(mentions, text), best, near);
}
