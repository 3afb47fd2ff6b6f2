import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/intake/decode-text.js';

const gb18030 = Uint8Array.from([0xbd, 0xf0, 0xcb, 0xae, 0xc7, 0xf8]);

describe('decoding a page', () => {
  it('takes UTF-8 by its word, without its byte order mark', () => {
    const bytes = Buffer.from('\ufeff金水区');
    expect(decodeText(bytes)).toEqual({ kind: 'text', text: '金水区', encoding: 'utf-8' });
  });

  it('reads GB18030, which older systems write', () => {
    expect(decodeText(gb18030)).toEqual({ kind: 'text', text: '金水区', encoding: 'gb18030' });
  });

  it('reads UTF-16 by its byte order mark', () => {
    const bytes = Buffer.from('\ufeff金水区', 'utf16le');
    expect(decodeText(bytes)).toEqual({ kind: 'text', text: '金水区', encoding: 'utf-16' });
  });

  it('tells the line of bytes that are no text', () => {
    expect(decodeText(Buffer.from('# one\n\ntwo\n\0\x01'))).toEqual({ kind: 'binary', line: 4 });
  });

  it('survives any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => void decodeText(bytes)));
  });
});
