import { describe, expect, it } from 'vitest';
import type { LeadingPrint } from '../../../src/domain/print/print-progress.ts';
import type { PrintGlance } from '../../../src/domain/print/shown-print.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { printStateText, printTooltip } from '../../../src/i18n/print-state-text.ts';

const printing: PrintGlance = { kind: 'printing', progress: 42, finishAt: 1, about: false };
const clock = () => '15:40';

describe('the short text of a print', () => {
  it.each<[Partial<PrintGlance>, string | null, string | null]>([
    [{}, 'Printing 42%, done 15:40', 'Druckt, 42\u00a0%, fertig 15:40'],
    [{ about: true }, 'Printing 42%, done around 15:40', 'Druckt, 42\u00a0%, fertig etwa 15:40'],
    [{ finishAt: null }, 'Printing 42%', 'Druckt, 42\u00a0%'],
    [{ progress: null, finishAt: null }, 'Printing', 'Druckt'],
    [{ kind: 'paused', finishAt: null, progress: 7 }, 'Print paused 7%', 'Druck pausiert, 7\u00a0%'],
    [{ kind: 'warming-up', finishAt: null, progress: null }, 'Warming up', 'Wärmt auf'],
    [{ kind: 'idle', finishAt: null, progress: null }, null, null],
    [{ kind: 'unknown', finishAt: null, progress: null }, null, null],
    [{ kind: 'not-available', finishAt: null, progress: null }, null, null],
  ])('%j', (change, english, german) => {
    const print = { ...printing, ...change };
    expect(printStateText(print, messagesFor('en'), clock)).toBe(english);
    expect(printStateText(print, messagesFor('de'), clock)).toBe(german);
  });
});

describe('the tooltip', () => {
  const lead = { printer: 'a', glance: printing, gadget: null, count: 1 } as const;
  it.each<[Partial<LeadingPrint>, string, string]>([
    [{}, 'Voron 42%, done 15:40', 'Voron 42\u00a0%, fertig 15:40'],
    [{ count: 3 }, 'Voron 42%, done 15:40 (3 printing)', 'Voron 42\u00a0%, fertig 15:40 (3 drucken)'],
    [
      { glance: { ...printing, kind: 'paused', finishAt: null } },
      'Voron: Print paused 42%',
      'Voron: Druck pausiert, 42\u00a0%',
    ],
    [
      { glance: { kind: 'warming-up', progress: null, finishAt: null, about: false } },
      'Voron: Warming up',
      'Voron: Wärmt auf',
    ],
    [
      { gadget: 'warning' },
      'Voron: Gadget sees a problem, 42%, done 15:40',
      'Voron: Gadget sieht ein Problem, 42\u00a0%, fertig 15:40',
    ],
    [
      { gadget: 'paused', glance: { ...printing, kind: 'paused', finishAt: null } },
      'Voron: Gadget paused the print, 42%',
      'Voron: Gadget hat den Druck pausiert, 42\u00a0%',
    ],
  ])('%j', (change, english, german) => {
    const one = { ...lead, ...change };
    expect(printTooltip('Voron', one, 127, messagesFor('en'), clock)).toBe(english);
    expect(printTooltip('Voron', one, 127, messagesFor('de'), clock)).toBe(german);
    const long = printTooltip('V'.repeat(300), { ...one, count: 9 }, 127, messagesFor('en'), clock);
    expect(long.length).toBeLessThanOrEqual(127);
    expect(long).toMatch(/9 printing\)$/);
  });
});
