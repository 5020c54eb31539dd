import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactBytes, exactText } from '../../../src/startup/exact-text.ts';

describe('text of a file that is changed in places', () => {
  it('is written back byte for byte', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(fc.property(bytes, (some) => Buffer.compare(exactBytes(exactText(some)), some) === 0));
  });

  it('is read as UTF-8', () => {
    const texts = fc.string({ unit: 'grapheme' });
    fc.assert(fc.property(texts, (text) => exactText(Buffer.from(text)) === text));
    fc.assert(fc.property(texts, (text) => Buffer.from(exactBytes(text)).toString() === text));
  });

  it('keeps a line in another encoding beside one in UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from('\uFEFFComment=Dr'),
      Buffer.of(0xfc),
      Buffer.from('cker\r\nName=Drücker 🖨\n'),
    ]);
    const text = exactText(bytes);
    expect(text.endsWith('Name=Drücker 🖨\n')).toBe(true);
    expect(
      Buffer.compare(
        exactBytes(text.replace('Drücker', 'Müller')),
        Buffer.concat([bytes.subarray(0, bytes.indexOf('Name=')), Buffer.from('Name=Müller 🖨\n')]),
      ),
    ).toBe(0);
  });
});
