import { useSignal } from '@preact/signals';
import type { PrinterView } from '../../src/ipc/contract.ts';
import { ask } from '../bridge.ts';
import { Icon } from '../parts/icon.tsx';
import { settle } from '../state/failures.ts';
import { open } from '../state/screen.ts';
import { RemoveDialog } from './remove-dialog.tsx';

/** Buttons of one printer: what is used daily in sight, what is rare behind "More". */
export function PrinterActions({ printer }: { printer: PrinterView }) {
  const more = useSignal(false);
  const removing = useSignal(false);
  const rareId = `rare-${printer.id}`;
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
        <button
          type="button"
          class="icon-button actions-more"
          aria-label="More"
          title="More"
          aria-expanded={more.value}
          aria-controls={rareId}
          onClick={() => {
            more.value = !more.value;
          }}
        >
          <Icon name="more" />
        </button>
      </div>
      <div class="actions actions-rare" id={rareId} hidden={!more.value}>
        {printer.action === 'reconnect' ? null : (
          <button
            type="button"
            class="button"
            onClick={() => open({ name: 'connect', printer: printer.id, way: 'choose' })}
          >
            Reconnect
          </button>
        )}
        <button
          type="button"
          class="button danger"
          onClick={() => {
            removing.value = true;
          }}
        >
          Remove
        </button>
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
