import { describe, expect, it } from 'vitest';
import type { PrintGlance } from '../../../src/domain/print/shown-print.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { printStateText } from '../../../src/i18n/print-state-text.ts';

const printing: PrintGlance = { kind: 'printing', progress: 42, finishAt: 1, about: false };
const clock = () => '15:40';

describe('what is said of a print where there is little room', () => {
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
