import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PrinterPast } from '../../src/domain/history-view.ts';
import { keepReading } from './keep-reading.ts';

/** A printer's past, kept up to date while it is shown; null until it has been read. */
export function usePast({ id, status }: Pick<PrinterView, 'id' | 'status'>): PrinterPast | null {
  const past = useSignal<PrinterPast | null>(null);
  useEffect(() => {
    const read = async () => {
      past.value = await window.octoglance.request('get-past', id);
    };
    // The first one at once: there is nothing to see yet.
    if (past.peek() === null) void read().catch(() => {});
    return keepReading(read);
  }, [id, status, past]);
  return past.value;
}
