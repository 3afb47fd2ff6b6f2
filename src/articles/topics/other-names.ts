const road = /^[东西南北中]{0,2}(?:路(?![线径途灯面由演费障口况标网上])|大道|大街|街(?![道坊区头边景舞上]))/u;
const university =
  /^(?:职业|技术|工程|工业|管理|经济|师范|科技|水利|水电|政法|财经|贸易|旅游|应用|药|高等|专科){0,4}(?:大学|学院)/u;
/** Characters after the word that are looked at. */
const longest = 8;
const first = new Set('东西南北中路大街职技工管经师科水政财贸旅应药高专学');

/**
 * Whether a topic's word that ends here is only the beginning of a road's or a university's name, by what follows it: 农业路 is no
 * farmland, 科技大学 no research.
 */
export function opensOtherName(text: string, end: number): boolean {
  if (!first.has(text.charAt(end))) return false;
  const after = text.slice(end, end + longest);
  return road.test(after) || university.test(after);
}
