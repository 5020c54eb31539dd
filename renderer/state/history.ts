import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PrinterHistory } from '../../src/domain/history-view.ts';
import { pollWhileVisible } from './keep-reading.ts';

/** A printer's history, kept up to date while it is shown; null until loaded. */
export function useHistory({ id, status }: Pick<PrinterView, 'id' | 'status'>): PrinterHistory | null {
  const history = useSignal<PrinterHistory | null>(null);
  useEffect(() => {
    const read = async () => {
      history.value = await window.octoglance.request('get-history', id);
    };
    // The first time without delay: there is nothing to see yet.
    if (history.peek() === null) void read().catch(() => {});
    return pollWhileVisible(read);
  }, [id, status, history]);
  return history.value;
}
