import { describe, expect, it } from 'vitest';
import { createLatexReader } from '../../src/articles/lines/latex.js';

const read = (...lines: readonly string[]) => lines.map(createLatexReader());

describe('the LaTeX of recognisers', () => {
  it.each([
    ['\\section*{夜校开班}', '# 夜校开班'],
    ['\\subsection{第一课}', '## 第一课'],
    ['\\title{夜校开班}', '# 夜校开班'],
    ['\\author{记者 甲乙}', '记者 甲乙'],
    ['\\footnotetext{}', ''],
    ['\\includegraphics[max width=\\textwidth]{https://x.test/a.jpg}', '![](picture)'],
    ['\\caption{图为课堂}', '![](picture)'],
    ['\\begin{itemize}', ''],
    ['\\item 带身份证', '- 带身份证'],
    ['\\maketitle', ''],
    ['\\centering 夜校开班', '夜校开班'],
    ['\\textbf{夜校开班}', '夜校开班'],
    ['今天\\%气温', '今天\\%气温'],
    ['夜校开班', '夜校开班'],
  ])('reads %s', (line, expected) => {
    expect(read(line)).toEqual([expected]);
  });

  it('reads braces that go on for lines', () => {
    expect(read('\\title{', '夜校开班', '}', '正文。')).toEqual(['', '# 夜校开班', '', '正文。']);
    expect(read('\\author{', '记者 甲乙', '}')).toEqual(['', '记者 甲乙', '']);
  });

  it('loses nothing behind braces that close early or never', () => {
    expect(read('\\textbf{夜校}今天开班', '\\frac{1}{2}的人')).toEqual([
      '\\textbf{夜校}今天开班',
      '\\frac{1}{2}的人',
    ]);
    const never = read('\\section{夜校', '', '　　第一段。');
    expect(never).toEqual(['# 夜校', '', '　　第一段。']);
    expect(read('\\author{', '甲', '乙', '丙', '　　第一段。').at(-1)).toBe('　　第一段。');
  });

  it('reads rows of a table', () => {
    expect(read('\\begin{tabular}{|l|r|}', '\\hline', '名次 & 成绩 \\\\', '\\end{tabular}', '完。')).toEqual([
      '',
      '',
      '| 名次  |  成绩  |',
      '',
      '完。',
    ]);
  });
});
