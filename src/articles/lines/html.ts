/** What the tags of a line said: its pieces, in order. */
export interface Piece {
  readonly text: string;
  /** 1 to 6 inside `<h1>`…`<h6>`, otherwise 0. */
  readonly level: number;
  readonly isCentred: boolean;
  readonly isRow: boolean;
  readonly hasImage: boolean;
}

/** Reads lines one after another; remembers across lines which tags are open. */
export interface TagReader {
  read(line: string): readonly Piece[];
}

const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,14})\b([^<>]{0,400})>|<!--.{0,400}?-->/gu;
/** What tools write where a picture was. */
const placeholder =
  /<!--\s?(?:image|picture|figure|media|img)\b.{0,200}?-->|<(img|figure)>[^<>]{0,400}<\/\1>|<\|?(?:image|picture)\|?>/giu;
/** What is printed across a page or at its edge. */
const edge = /<(watermark|page_number|script|style)>[^<>]{0,400}<\/\1>/giu;
const breaking =
  /^(?:br|p|div|center|h[1-6]|tr|table|thead|tbody|li|ul|ol|section|article|figure|figcaption|hr|blockquote)$/u;

/** Makes a reader of the HTML that parsers mix into Markdown. Unknown tags are dropped, their text stays. */
export function createTagReader(): TagReader {
  let level = 0;
  let centredDepth = 0;
  let isInTable = false;
  let pieces: Piece[] = [];
  let text = '';
  let hasImage = false;

  const flush = () => {
    if (text.trim() !== '' || hasImage)
      pieces.push({ text, level, isCentred: centredDepth > 0, isRow: isInTable, hasImage });
    text = '';
    hasImage = false;
  };
  const openOrClose = (name: string, isClosing: boolean, rest: string) => {
    if (breaking.test(name)) flush();
    if (/^h[1-6]$/u.test(name)) level = isClosing ? 0 : Number(name[1]);
    else if (name === 'table') isInTable = !isClosing;
    else if (name === 'td' || name === 'th') text += isClosing ? '' : '|';
    else if (name === 'img') hasImage = true;
    else if (name === 'b' || name === 'strong') text += '**';
    else if (name === 'center' || name === 'div' || name === 'p') {
      if (isClosing) centredDepth = 0;
      else if (name === 'center' || /align\s*[:=]\s*["']?\s*center/iu.test(rest)) centredDepth = 1;
    }
  };
  return {
    read(line) {
      pieces = [];
      if (!line.includes('<')) {
        text = line;
        if (level > 0 || centredDepth > 0 || isInTable) flush();
        else pieces.push({ text, level: 0, isCentred: false, isRow: false, hasImage: false });
        text = '';
        return pieces;
      }
      const plain = line.replace(edge, '').replace(placeholder, '<img>');
      let from = 0;
      for (const match of plain.matchAll(tag)) {
        text += plain.slice(from, match.index);
        from = match.index + match[0].length;
        if (match[2] !== undefined) openOrClose(match[2].toLowerCase(), match[1] === '/', match[3] ?? '');
      }
      text += plain.slice(from);
      flush();
      return pieces;
    },
  };
}
