import { describe, expect, test } from 'vitest';
import { printAlertKinds } from '../../../src/domain/print/print-alert.ts';
import { HOUR, MINUTE } from '../../../src/domain/time.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { type NamedPrintAlertEvent, printAlertText } from '../../../src/i18n/print-alert-text.ts';

const event = (more: Partial<NamedPrintAlertEvent> = {}): NamedPrintAlertEvent => ({
  name: 'Voron',
  since: 0,
  about: false,
  fileName: 'benchy.gcode',
  duration: 2 * HOUR + 10 * MINUTE,
  words: null,
  noLogin: false,
  ...more,
});
const clock = () => '15:40';

describe.each(['en', 'de'] as const)('in %s', (language) => {
  const messages = messagesFor(language);
  const text = (kind: Parameters<typeof printAlertText>[0], ...those: NamedPrintAlertEvent[]) =>
    printAlertText(kind, those, false, clock, messages);

  test('a printer that does not answer and one with a failed login read differently, each with advice', () => {
    const silent = text('printer-not-answering', event());
    const refused = text('printer-not-answering', event({ noLogin: true }));
    expect(silent.title).not.toBe(refused.title);
    expect(silent.body).toContain('15:40');
    expect(silent.body).not.toMatch(/code/i);
    expect(refused.body).toMatch(/code/i);
    expect(refused.body).toMatch(/plugin/i);
    const several = [text('printer-not-answering', event(), event({ name: 'Mini' }))];
    several.push(text('printer-not-answering', event({ noLogin: true }), event({ name: 'Mini', noLogin: true })));
    expect(several[0]?.title).not.toBe(several[1]?.title);
    for (const { body } of several) expect(body).toContain('Mini');
  });

  test('a beginning that nobody saw has no time', () => {
    for (const kind of ['print-paused', 'printer-not-answering'] as const) {
      expect(text(kind, event()).body).toContain('15:40');
      expect(text(kind, event({ about: true })).body).not.toContain('15:40');
    }
  });

  test('every kind has a title with the printer, and a body that ends like a sentence', () => {
    for (const kind of printAlertKinds) {
      for (const one of [event(), event({ fileName: null, duration: null, about: true }), event({ noLogin: true })]) {
        const { title, body } = text(kind, one);
        expect(title).toContain('Voron');
        expect(body).toMatch(/[.!]$/);
        expect(body).not.toMatch(/null|undefined|NaN/);
      }
    }
  });

  test('a duration is to the minute, and a short one is not rounded up', () => {
    const took = (duration: number) => text('print-finished', event({ duration })).body;
    const [seconds, minute, hours] = [5_000, MINUTE, 2 * HOUR + 59 * MINUTE + 40_000].map(took);
    expect(seconds).toContain(language === 'en' ? 'took less than 1 min.' : 'hat weniger als 1 Min. gedauert.');
    expect(minute).toContain(language === 'en' ? 'took 1 min.' : 'hat 1 Min. gedauert.');
    expect(hours).toContain(language === 'en' ? 'took 3 h.' : 'hat 3 Std. gedauert.');
  });

  test('a hidden file name appears in no text', () => {
    for (const kind of printAlertKinds) {
      const { title, body } = printAlertText(kind, [event({ words: 'benchy.gcode: runout' })], true, clock, messages);
      expect(`${title} ${body}`).not.toContain('benchy');
    }
  });
});
