import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeMarkup } from '../../../../src/desktop/notifications/escape-markup.ts';

const part = fc.oneof(
  fc.constantFrom('<b>', '</b>', '&', '&amp;', '&lt;', '<a href="x">', '<img src="x"/>', '>'),
  fc.string(),
);

it('leaves the notification server no markup, and loses no text', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      const escaped = escapeMarkup(text);
      expect(escaped).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
      const read = { '&lt;': '<', '&gt;': '>', '&amp;': '&' } as const;
      expect(escaped.replace(/&(lt|gt|amp);/g, (one) => read[one as keyof typeof read])).toBe(text);
    }),
  );
});
