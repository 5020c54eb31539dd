import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../../src/domain/time.ts';
import { heldBackText } from '../../../src/i18n/held-back-text.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';

/** 15:00:20, and a clock that shows hours and minutes. */
const now = 15 * 60 * MINUTE + 20 * SECOND;
const clock = (at: number) => {
  const minutes = Math.floor(at / MINUTE);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};
const waits = (name: string, minutes: number) => ({ name, until: now + minutes * MINUTE });
const text = (waiting: Parameters<typeof heldBackText>[0], others = false, language: 'en' | 'de' = 'en') =>
  heldBackText(waiting, others, now, clock, messagesFor(language));

describe('a printer that has to wait at a refresh', () => {
  it('is named with the time, and the others are checked', () => {
    expect(text([waits('Voron', 39), waits('Ender', 39)], true)).toEqual({
      title: 'Some printers have to wait',
      text: 'Voron and Ender can be checked again from 15:40. The others are being checked now.',
      smallPrint: null,
    });
    expect(text([waits('Voron', 39), waits('Ender', 39)], true, 'de').text).toBe(
      'Voron und Ender können ab 15:40 wieder geprüft werden. Die übrigen werden jetzt geprüft.',
    );
  });

  it('is not announced with a minute that is too early', () => {
    expect(text([{ name: 'Voron', until: now + 5 * MINUTE }]).text).toBe('Voron can be checked again from 15:06.');
  });

  it.each([
    [4 * SECOND, 'in a few seconds'],
    [30 * SECOND, 'in less than a minute'],
  ])('%d ms: %s', (left, words) => {
    expect(text([{ name: 'Voron', until: now + left }])).toEqual({
      title: 'Too soon to check again',
      text: `Voron can be checked again ${words}.`,
      smallPrint: null,
    });
  });

  it('is listed earliest first, and only counted if there are too many', () => {
    const many = Array.from({ length: 9 }, (_, index) => waits(`P${index}`, 10));
    expect(text([waits('Late', 50), ...many, waits('Mid', 20), waits('Later', 60)]).text).toBe(
      'P0, P1, P2, P3 and 5 more can be checked again from 15:11. Mid can be checked again from 15:21. 2 more have to wait longer.',
    );
  });
});
