/** Bytes as text, or why they are none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: 'utf-8' | 'utf-16' | 'gb18030' }
  | { readonly kind: 'binary'; readonly line: number };

/** UTF-8 by its own word, UTF-16 by its byte order mark, otherwise GB18030, which older Chinese systems still write. */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = utf16Of(bytes);
  if (marked !== undefined) return textIn(marked, 'utf-16', bytes) ?? binaryAt(bytes, 0);
  const zero = bytes.indexOf(0);
  if (zero >= 0) return binaryAt(bytes, zero);
  return (
    textIn('utf-8', 'utf-8', bytes) ?? textIn('gb18030', 'gb18030', bytes) ?? binaryAt(bytes, bytes.length)
  );
}

function utf16Of(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

type Encoding = Extract<Decoded, { kind: 'text' }>['encoding'];

/** Undefined where a byte sequence is not allowed in the encoding. A byte order mark is no text. */
function textIn(label: string, encoding: Encoding, bytes: Uint8Array): Decoded | undefined {
  try {
    return { kind: 'text', text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

function binaryAt(bytes: Uint8Array, index: number): Decoded {
  let line = 1;
  for (let at = 0; at < index; at++) if (bytes[at] === 10) line++;
  return { kind: 'binary', line };
}
