import { useSignal } from '@preact/signals';
import type { PrinterView } from '../../src/ipc/contract.ts';
import { ask } from '../bridge.ts';
import { Icon } from '../parts/icon.tsx';
import { settle } from '../state/failures.ts';
import { open } from '../state/screen.ts';
import { RemoveDialog } from './remove-dialog.tsx';

/** Buttons of one printer: what is used daily with its words, what is rare as a small sign at the end. */
export function PrinterActions({ printer }: { printer: PrinterView }) {
  const removing = useSignal(false);
  const refresh = async () => {
    settle(printer.id, await ask('refresh', printer.id), true);
  };
  const openPage = async () => {
    settle(printer.id, await ask('open-printer', printer.id));
  };
  return (
    <>
      <div class="actions">
        {printer.canOpen ? (
          <button type="button" class="button" onClick={openPage}>
            Open in OctoEverywhere
          </button>
        ) : null}
        <button type="button" class="button" aria-busy={printer.checkingNow} onClick={refresh}>
          Refresh
        </button>
        <span class="actions-rare">
          {printer.action === 'reconnect' ? null : (
            <button
              type="button"
              class="icon-button"
              aria-label="Reconnect"
              title="Reconnect"
              onClick={() => open({ name: 'connect', printer: printer.id, way: 'choose' })}
            >
              <Icon name="link" />
            </button>
          )}
          <button
            type="button"
            class="icon-button"
            aria-label="Remove"
            title="Remove"
            onClick={() => {
              removing.value = true;
            }}
          >
            <Icon name="bin" />
          </button>
        </span>
      </div>
      {removing.value ? (
        <RemoveDialog
          printer={printer}
          onClose={() => {
            removing.value = false;
          }}
        />
      ) : null}
    </>
  );
}
