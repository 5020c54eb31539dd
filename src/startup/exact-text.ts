/**
 * Text of a file that is changed in places and otherwise written back byte for byte. A line that isn't UTF-8 (a comment
 * in an old encoding) is kept with each byte above 127 as a lone surrogate, U+DC80 to U+DCFF, as Python's
 * `surrogateescape` does (PEP 383). Such a line is written back as it was; a byte order mark stays too.
 */

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lineFeed = 10;
const escaped = /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/;

/** Never throws. */
export function exactText(bytes: Uint8Array): string {
  const texts: string[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(lineFeed, start);
    const line = bytes.subarray(start, end === -1 ? bytes.length : end);
    texts.push(lineText(line));
    start = end === -1 ? bytes.length + 1 : end + 1;
  }
  return texts.join('\n');
}

/** The bytes that `exactText` turned into this text, or the UTF-8 of any other text. Never throws. */
export function exactBytes(text: string): Uint8Array {
  const lines = text.split('\n').map((line) => {
    if (!escaped.test(line)) return Buffer.from(line);
    const parts = line.split(/(?<![\uD800-\uDBFF])([\uDC80-\uDCFF])/);
    return Buffer.concat(
      parts.map((part, at) => (at % 2 === 1 ? Buffer.of(part.charCodeAt(0) - 0xdc00) : Buffer.from(part))),
    );
  });
  return Buffer.concat(lines.flatMap((line, at) => (at === 0 ? [line] : [Buffer.of(lineFeed), line])));
}

function lineText(line: Uint8Array): string {
  try {
    return strict.decode(line);
  } catch {
    return Array.from(line, (byte) => String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte)).join('');
  }
}
