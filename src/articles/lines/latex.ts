/** Heads of LaTeX and what they are in Markdown. */
const levels: ReadonlyMap<string, number> = new Map(
  Object.entries({
    title: 1,
    chapter: 1,
    section: 1,
    subsection: 2,
    subsubsection: 3,
    paragraph: 4,
  }),
);

/** `\section*{…}` and the like: what stands between the braces may go on for lines. */
const command = /^\s*\\([a-z]+)\*?(?:\[[^\]]*\])*(?:\{(.*))?$/iu;
const drawn = new Set(['includegraphics', 'caption']);
const tables = new Set(['tabular', 'longtable', 'array']);
/** Commands whose braces hold text of the page. */
const kept = new Set(['author', 'date', 'footnotetext', 'thanks', 'centerline', 'textbf', 'emph']);
/** Braces that are not closed after so many lines never will be. */
const mostOpen = 3;

/**
 * Reads the LaTeX that some recognisers mix into their Markdown: heads become headings, pictures and captions images, rows
 * of tables rows; other commands go, and what was in their braces stays. One reader for the lines of one page, in their order.
 */
export function createLatexReader(): (text: string) => string {
  /** The level of the head whose braces are open, 0 for another command's; undefined while none are. */
  let open: number | undefined;
  let linesOpen = 0;
  let isInTable = false;

  const inBraces = (text: string, level: number): string => {
    const end = text.trimEnd().endsWith('}') ? text.lastIndexOf('}') : text.length;
    open = end < text.length ? undefined : level;
    const inner = text.slice(0, end).trim();
    return inner === '' || level === 0 ? inner : `${'#'.repeat(level)} ${inner}`;
  };
  const isGoingOn = (text: string): boolean => {
    linesOpen = open === undefined ? 0 : linesOpen + 1;
    if (linesOpen > mostOpen || text.trim() === '') open = undefined;
    return open !== undefined;
  };

  return (text) => {
    if (isGoingOn(text)) return inBraces(text, open ?? 0);
    const isCommand = text.trimStart().startsWith('\\');
    if (!isCommand && !isInTable) return text;
    const [, name = '', inner] = (isCommand ? command.exec(text) : null) ?? [];
    if (name === 'begin' || name === 'end') {
      isInTable = name === 'begin' && tables.has((inner ?? '').replace(/\}.*$/u, ''));
      return '';
    }
    if (isInTable)
      return isCommand
        ? ''
        : `| ${text
            .replace(/\\\\.*$/u, '')
            .split('&')
            .join(' | ')} |`;
    if (drawn.has(name)) return '![](picture)';
    if (name === '') return text.replace(/^\s*\\item\s+/u, '- ').replace(/^\s*\\[a-z]{4,}\*?\s+/iu, '');
    if (inner === undefined) return '';
    const level = levels.get(name) ?? (kept.has(name) ? 0 : undefined);
    // Braces that close before the line ends are of a formula or of a part of a sentence.
    return level === undefined || /\}.*[^}\s]\s*$/u.test(inner) ? text : inBraces(inner, level);
  };
}
