import { expect, test } from 'vitest';
import { printsCsv } from '../../../../src/domain/print/print-csv.ts';
import { messagesFor } from '../../../../src/i18n/messages.ts';

test('prints as a table that a spreadsheet opens, and in which no file name becomes a formula', () => {
  const record = { seenAt: 0, endedAt: Date.UTC(2026, 0, 2, 3, 4, 5), exact: true, result: 'finished' } as const;
  const prints = [
    { ...record, duration: 90_400, fileName: 'a "b", c.gcode' },
    { ...record, duration: null, exact: false, result: 'unknown' as const, fileName: '=HYPERLINK("x")' },
    { ...record, duration: 1_000, result: 'failed' as const, fileName: null },
  ];
  expect(
    printsCsv([{ name: '+Voron', prints }], messagesFor('en').printExport.csv, { decimalSign: '.' }).split('\r\n'),
  ).toEqual([
    'Printer,File,Ended (UTC),Result,Seconds,Certainty',
    '\'+Voron,"a ""b"", c.gcode",2026-01-02T03:04:05.000Z,finished,90,exact',
    '\'+Voron,"\'=HYPERLINK(""x"")",2026-01-02T03:04:05.000Z,unknown,,end not observed',
    "'+Voron,,2026-01-02T03:04:05.000Z,failed,1,exact",
    '',
  ]);
});
