const amount =
  /(?:\d[\d.,]*|[一二两三四五六七八九十百千万几数]{1,4})[余多几]?(?:万亿|[万亿千百])?[余多]?(?:元|人|户|家|个|条|件|名|亩|吨|公里|平方米|%|％|次|场|份|项|岁|分钟|小时|天|栋|处|棵|辆|所|张|台|万册|笔|套|班)/gu;

/** How many amounts with a unit a text states. */
export function amountsIn(text: string): number {
  return text.match(amount)?.length ?? 0;
}
