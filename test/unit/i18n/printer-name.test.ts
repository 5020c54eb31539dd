import { describe, expect, it } from 'vitest';
import { alertText } from '../../../src/i18n/alert-text.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { briefName, longestBriefName } from '../../../src/i18n/printer-name.ts';

const messages = messagesFor('en');
const hebrew = 'מדפסת 3';

describe('A name in a menu entry or a notification', () => {
  it.each(['Voron 2.4', 'Drucker für Öl', '打印机 3', 'Принтер'])('%s stays as it is', (name) => {
    expect(briefName(name, messages)).toBe(name);
  });

  it.each([hebrew, 'طابعة المختبر رقم ٣', 'Lab طابعة', '𞤀𞤣𞤤𞤢𞤥'])(
    '%s leaves the words around it in their order',
    (name) => {
      expect(briefName(name, messages)).toBe(`\u200e\u2068${name}\u2069`);
    },
  );

  it('is isolated even if it is too long', () => {
    const brief = briefName(hebrew.repeat(30), messages);
    expect(brief).toMatch(/^\u200e\u2068[^\u2068\u2069]+…\u2069$/u);
    expect(brief.length).toBeLessThanOrEqual(longestBriefName);
  });

  it('stands before “disconnected” in the title of a notification, and not after it', () => {
    const names = [briefName(hebrew, messages)];
    const alert = {
      kind: 'disconnected',
      since: 0,
      latest: 0,
      everyPrinter: false,
      total: 1,
      repeated: null,
    } as const;
    const { title } = alertText({ ...alert, names }, () => '15:05', messages);
    // Both the mark and the first letter outside the isolate are written from left to right.
    expect(title).toBe(`\u200e\u2068${hebrew}\u2069 disconnected`);
  });
});
