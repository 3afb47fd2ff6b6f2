import type { Mention } from './mentions.js';
import type { PlacedText } from './placed-text.js';

/** What has been counted for a district. */
export interface Score {
  total: number;
  head: number;
  count: number;
  first: number;
  firmness: number;
}

const cityBody =
  /市(?:委|政府|人大|政协|纪委|公安|教育|交通|人社|市场监管|卫健|城管|城市管理|民政|文旅|文化|住房|住建|生态环境|应急|司法|财政|商务|农业|水利|林业|科技|工信|总工会|妇联|气象|消防|税务|医保|园林|疾控|自然资源|大数据|体育|红十字|残联|统计|审计|发展改革|发改)/u;

/** Whether a story speaks of the whole city: its head names the city or an office of it, and districts come in passing. */
export function isCityWide(
  best: Score,
  ranked: readonly (readonly [string, Score])[],
  mentions: readonly Mention[],
  text: PlacedText,
): boolean {
  const head = `${text.kicker}${text.headline}${text.paragraphs[0]?.slice(0, 120) ?? ''}`;
  const speaksOfCity =
    cityBody.test(head) ||
    mentions.some(({ entry, where }) => entry.kind === 'city' && where !== 'text' && where !== 'first');
  const rivals = ranked.filter(([, score]) => score.total >= best.total * 0.4 && score.firmness >= 1).length;
  if (rivals >= 4 && ranked.every(([, score]) => score.head < 8)) return true;
  if (!speaksOfCity) return false;
  if (best.head === 0 && best.count <= 3) return true;
  return rivals >= 3 && best.head < 8;
}
