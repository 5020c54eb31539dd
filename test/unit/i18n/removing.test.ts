import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages.ts';

describe.each(['en', 'de'] as const)('the question before all data is removed, in %s', (language) => {
  const { removing } = messagesFor(language);
  const counts = (printers: number) => removing.text(printers, '/home/user/.config/OctoGlance').match(/\b\d+\b/gu);

  // As in awesomemotive/edd-themedd#186 and graphcool/console#262: “0 items” and “1 items”.
  it('names no number of printers if there are none, or one', () => {
    expect(counts(0)).toBeNull();
    expect(counts(1)).toBeNull();
    expect(removing.text(0, '/x')).not.toMatch(/printer|Drucker/u);
    expect(counts(2)).toEqual(['2']);
  });
});
