import { describe, expect, it } from 'vitest';
import { outagesCsv } from '../../../src/domain/history-csv.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';

const { historyExport } = messagesFor('en');
const at = (minutes: number) => Date.UTC(2026, 10, 12, 14, minutes);
const connected = (from: number, to: number) => ({ state: 'connected' as const, from: at(from), to: at(to) });
const gone = (from: number, to: number) => ({ state: 'disconnected' as const, from: at(from), to: at(to) });

const linesOf = (...history: ReturnType<typeof connected | typeof gone>[]) =>
  outagesCsv([{ name: 'Voron', history }], at(30), historyExport.csv, { decimalSign: '.' })
    .split('\r\n')
    .slice(1, -1);

describe('the outages as CSV', () => {
  it('contain their times, their duration and how certain they are', () => {
    expect(linesOf(connected(0, 5), gone(5, 7), connected(7, 30))).toEqual([
      'Voron,2026-11-12T14:05:00.000Z,2026-11-12T14:07:00.000Z,120,exact',
    ]);
    expect(linesOf(gone(1, 2), connected(2, 9), gone(12, 14), gone(20, 21), connected(21, 30))).toEqual([
      'Voron,2026-11-12T14:01:00.000Z,2026-11-12T14:02:00.000Z,60,start not observed',
      'Voron,2026-11-12T14:12:00.000Z,2026-11-12T14:14:00.000Z,120,start and end not observed',
      'Voron,2026-11-12T14:20:00.000Z,2026-11-12T14:21:00.000Z,60,start not observed',
    ]);
  });

  it('leave the end empty while an outage lasts, or contain the last check', () => {
    expect(linesOf(connected(0, 5), gone(5, 30))).toEqual(['Voron,2026-11-12T14:05:00.000Z,,1500,ongoing']);
    expect(linesOf(connected(0, 5), gone(5, 9))).toEqual([
      'Voron,2026-11-12T14:05:00.000Z,2026-11-12T14:09:00.000Z,240,end not observed',
    ]);
  });

  it('contain a header even without outages', () => {
    expect(outagesCsv([], at(0), historyExport.csv, { decimalSign: '.' })).toBe(
      'Printer,From (UTC),Until (UTC),Seconds,Certainty\r\n',
    );
  });

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['a,b', '"a,b"'],
    ['-1', "'-1"],
    ['say "hi"', '"say ""hi"""'],
  ])('make %s harmless', (name, written) => {
    const [, line] = outagesCsv([{ name, history: [gone(1, 2)] }], at(30), historyExport.csv, {
      decimalSign: '.',
    }).split('\r\n');
    expect(line?.startsWith(`${written},2026`)).toBe(true);
  });
});

it('where numbers have a decimal comma, cells are separated by semicolons and texts with one are quoted', () => {
  const text = outagesCsv(
    [{ name: 'Voron; big', history: [gone(1, 2)] }],
    at(30),
    messagesFor('de').historyExport.csv,
    {
      decimalSign: ',',
    },
  );
  const [head, line] = text.split('\r\n');
  expect(head).toBe('Drucker;Von (UTC);Bis (UTC);Sekunden;Genauigkeit');
  expect(line).toMatch(/^"Voron; big";/);
});
