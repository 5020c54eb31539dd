import { expect, it } from 'vitest';
import { type PrintAlertKind, printAlertKinds } from '../../../../src/domain/print/print-alert.ts';
import { isPrintAlertOver } from '../../../../src/domain/print/print-alert-over.ts';
import type { PrintStateKind } from '../../../../src/domain/print/print-status.ts';

const reported = ['idle', 'warming-up', 'printing', 'finishing', 'finished', 'failed', 'cancelled'] as const;
const unreported = ['unknown', 'not-answering', 'no-login', 'not-available'] as const;

const endings: Readonly<Partial<Record<PrintAlertKind, readonly PrintStateKind[]>>> = {
  'print-paused': reported,
  'gadget-paused': reported,
  'printer-not-answering': [...reported, 'paused'],
};

it.each(printAlertKinds)('%s is over only in these states', (kind) => {
  const over = [...reported, 'paused' as const, ...unreported].filter((state) => isPrintAlertOver(kind, state));
  expect(over).toEqual(endings[kind] ?? []);
});
