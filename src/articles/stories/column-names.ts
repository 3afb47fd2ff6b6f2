const brief =
  /^[\s□■●【〔[]*(?:[\u4e00-\u9fff]{0,6}(?:简讯|短讯|快讯|短波|简报|微新闻|速览|速递|速报|集锦|集萃|一句话|要闻速览|新闻快递|短新闻|微资讯|快报|点击|传真)|一句话新闻|新闻(?:快读|短波|集装箱))[\s】〕\]□■●★]*$/u;
const column =
  /^[\s□■●【〔[]*(?:[\u4e00-\u9fff]{0,6}(?:新闻|要闻|简讯|快讯|短波|短讯|播报|之窗|视窗|专栏|专题|专版|资讯|时讯|速递|速览|传真|广角|纵横|论坛|追踪|连线|动态|聚焦|关注|视点|直通车|进行时|在行动|现场|大家谈|特写|快报|经纬|风采|热线|回音壁|回访|记录|故事|观察|走笔|人物|一线|之声|手记|札记|随笔|来信|信箱|快评|时评|走基层))[\s】〕\]□■●★]*$/u;

/** `郑州 · 快报`, `短 讯` as one word. */
const withoutGaps = (line: string) => line.replace(/\s?·\s?|(?<=^.) (?=.$)/gu, '');

/** The name of a column of short items: `简讯`, `县区短波`. */
export function isBriefColumn(line: string): boolean {
  return line.length <= 14 && brief.test(withoutGaps(line));
}

/** A page's name and its part: `上街新闻 · 民生`. */
function isPairOfNames(line: string): boolean {
  if (!/[·|｜丨/]/u.test(line)) return false;
  const parts = line.split(/\s?[·|｜丨/]\s?/u);
  return (
    parts.length === 2 && parts.every((part) => part.length <= 6) && parts.some((part) => column.test(part))
  );
}

/** The name of a column or page, which is no headline: `县区新闻`, `图片新闻`. */
export function isColumnName(line: string): boolean {
  if (line.length <= 14 && isPairOfNames(line)) return true;
  const name = withoutGaps(line);
  return name.length <= 8 && (column.test(name) || brief.test(name));
}

const plainColumn =
  /(?:新闻|要闻|简讯|短讯|快讯|短波|播报|资讯|时讯|速递|速览|传真|之窗|专栏|专版)[\s】〕\]□■●★]*$/u;

/** A column's name beyond doubt, also where it stands alone over a text: `图片新闻`, but not `井台上的故事`. */
export function isPlainColumnName(line: string): boolean {
  return isColumnName(line) && plainColumn.test(line);
}
