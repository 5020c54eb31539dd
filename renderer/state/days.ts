import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PeriodView } from '../../src/domain/history-view.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import { printerIds, viewOf } from './fleet.ts';
import { pollWhileVisible } from './keep-reading.ts';

const days = new Map<PrinterId, Signal<PeriodView | null>>();

/** Changes whenever the timelines do: when a printer is added, removed or changes its state. */
const states = computed(() => printerIds.value.map((id) => `${id} ${viewOf(id)?.value.status}`).join());

/** The last 24 hours of a printer; null until loaded. */
export function dayOf(printer: PrinterId): ReadonlySignal<PeriodView | null> {
  return ownDayOf(printer);
}

function ownDayOf(printer: PrinterId): Signal<PeriodView | null> {
  const known = days.get(printer);
  if (known !== undefined) return known;
  const made = signal<PeriodView | null>(null);
  days.set(printer, made);
  return made;
}

/** Keeps the timelines of all printers up to date while they are shown and the window is visible. */
export function useDays(): void {
  const present = states.value;
  useEffect(() => (present === '' ? undefined : pollWhileVisible(readDays)), [present]);
}

async function readDays(): Promise<void> {
  const read = await window.octoglance.request('get-days');
  for (const [printer, period] of Object.entries(read)) ownDayOf(printer).value = period;
  for (const printer of days.keys()) if (!Object.hasOwn(read, printer)) days.delete(printer);
}
