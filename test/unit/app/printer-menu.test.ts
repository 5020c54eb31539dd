import { expect, test } from 'vitest';
import { printerEntries } from '../../../src/app/printer-menu.ts';
import type { PrinterView } from '../../../src/contract/printer-view.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';

const view = { canOpen: true, localIp: '192.0.2.7', muted: true, offOnPurpose: false } as PrinterView;

const labels = (printer: PrinterView) =>
  printerEntries(printer, messagesFor('en')).map((entry) =>
    entry === 'separator'
      ? '—'
      : `${entry.checked === true ? '✓ ' : ''}${entry.label}${entry.enabled === false ? ' (off)' : ''}`,
  );

test('the menu of a printer has the same actions as its row, and shows its status', () => {
  expect(labels(view)).toEqual([
    'Open in OctoEverywhere',
    'Details',
    'Refresh',
    '—',
    'Copy name',
    'Copy local IP',
    '—',
    'Off on purpose',
    '✓ Mute',
    '—',
    'Reconnect…',
    'Remove…',
  ]);
  expect(labels({ ...view, canOpen: false, localIp: null })).toEqual(
    expect.arrayContaining(['Open in OctoEverywhere (off)', 'Copy local IP (off)']),
  );
});
