/** Commands that stand for a character, longest name first where one begins another. */
const symbols: ReadonlyArray<readonly [pattern: RegExp, text: string]> = [
  [/\^\{?\s*\\circ\s*\}?\s*(?:\\(?:mathrm|text|rm)\s*\{\s*C\s*\}|C)/gu, '℃'],
  [/\^\{?\s*\\circ\s*\}?/gu, '°'],
  [/\\(?:times|cdot)\b/gu, '×'],
  [/\\(?:sim|thicksim)\b/gu, '~'],
  [/\\(?:leqslant|leq|le)\b/gu, '≤'],
  [/\\(?:geqslant|geq|ge)\b/gu, '≥'],
  [/\\pm\b/gu, '±'],
  [/\\div\b/gu, '÷'],
  [/\\(?:rightarrow|to)\b/gu, '→'],
  [/\\(?:l?dots|cdots)\b/gu, '…'],
  [/\\bullet\b/gu, '●'],
  [/\\(?:qquad|quad|,|;|!|:| )/gu, ' '],
  [/\\frac\s*\{([^{}]{0,40})\}\s*\{([^{}]{0,40})\}/gu, '$1/$2'],
  [/\^\s*\{?\s*2\s*\}?/gu, '²'],
  [/\^\s*\{?\s*3\s*\}?/gu, '³'],
];
const circled = /\\textcircled\s*\{?\s*(?:\\\w+\s*\{)?\s*([1-9])\s*\}?\}?/gu;
const wrapper =
  /\\(?:mathrm|mathbf|mathit|mathsf|text|textbf|textit|rm|bf|operatorname|underline|boldsymbol)\s*\{([^{}]{0,80})\}/gu;

/** One formula as plain text: `12 \%` is `12%`, spaces that a recogniser set between digits are gone. */
function plainFormula(formula: string): string {
  let text = formula.replace(circled, (_, digit: string) => String.fromCodePoint(0x245f + Number(digit)));
  for (const [pattern, symbol] of symbols) text = text.replace(pattern, symbol);
  for (let depth = 0; depth < 3 && text.includes('\\'); depth += 1) text = text.replace(wrapper, '$1');
  return text
    .replace(/\\([%$#&_{}])/gu, '$1')
    .replace(/\\[a-zA-Z]{1,20}\s?/gu, '')
    .replace(/[{}^_~]/gu, (mark) => (mark === '~' ? '~' : ''))
    .replace(/(?<=[\d.%A-Za-z(])\s+(?=[\d.%)])/gu, '')
    .replace(/\s*([%℃°²³×~≤≥±÷/.])\s*/gu, '$1')
    .trim();
}

/** A stretch between dollar signs is a formula when it has markup or is an amount, and no Chinese prose. */
function isFormula(body: string): boolean {
  if (/[\u4e00-\u9fff]{9}/u.test(body)) return false;
  return /[\\^_{}]/u.test(body) || /^[\s\d.,%+\-~A-Za-z()/=]+$/u.test(body);
}

/** Turns LaTeX-like output of recognisers (`$12\%$`, `\(3\times 4\)`) and Markdown escapes into plain text. */
export function readFormulas(text: string): string {
  return text
    .replace(/\$\$?([^$]{1,200})\$\$?/gu, (whole, body: string) =>
      isFormula(body) ? plainFormula(body) : whole,
    )
    .replace(/\\\(([^\\()]{0,60}(?:\\[^()][^\\()]{0,60}){0,8})\\\)/gu, (_, body: string) =>
      plainFormula(body),
    )
    .replace(/\\([%$#&_*`[\]()<>{}.!|+~\\-])/gu, '$1');
}
