import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  keptPrintsOf,
  noPrintAlerts,
  printNotified,
  printObserved,
} from '../../../src/domain/print/print-alert-state.ts';
import { openPrintStore } from '../../../src/storage/print-store.ts';
import { last, start } from '../../support/print/reports.ts';
import { noon, profileFolder } from '../../support/storage/profile-folder.ts';

const printing = { state: 'printing', id: 'a', file: 'benchy.gcode', progress: 40, duration: 600, left: 900, layer: 3 };
const status = last([
  [0, { ...printing, progress: 39 }],
  [60, printing],
]);
const observed = printObserved(noPrintAlerts, 'Voron', status);
const kept = keptPrintsOf(
  printNotified(observed, {
    printer: 'Voron',
    kind: 'gadget-warning',
    once: start,
    since: start,
    about: false,
    fileName: null,
    duration: null,
    words: null,
    noLogin: false,
    seenAt: null,
    dueAt: start,
    confirmedAt: start,
    isPast: false,
    again: false,
  }),
);

it('restores the stored prints', async () => {
  const folder = await profileFolder();
  await openPrintStore({ folder, now: () => noon, debounce: 0 }).save(kept);
  expect(openPrintStore({ folder, now: () => noon }).value()).toEqual(kept);
  expect(kept['Voron']?.print?.progress).toBe(40);
});

it('drops invalid data of one printer, and keeps the others', async () => {
  const folder = await profileFolder();
  await openPrintStore({ folder, now: () => noon, debounce: 0 }).save({
    ...kept,
    Ender: { ...kept['Voron'] } as never,
  });
  const path = join(folder, 'prints.json');
  const stored = JSON.parse(await readFile(path, 'utf8'));
  stored.prints.Ender.print.progress = 4_000;
  stored.prints.Ender.notified['sent-by-a-later-app'] = 5;
  stored.prints.Mini = { print: null };
  await writeFile(path, JSON.stringify(stored));
  const opened = openPrintStore({ folder, now: () => noon });
  expect(opened.notices).toEqual([]);
  expect(opened.value()).toEqual({ Voron: kept['Voron'], Ender: { ...kept['Voron'], print: null } });
});
