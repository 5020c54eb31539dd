import { useSignal } from '@preact/signals';
import type { PrinterView } from '../../src/contract/contract.ts';
import { Icon } from '../parts/icon.tsx';
import { open } from '../state/screen.ts';
import { words } from '../words.ts';
import { mute, openPage, refreshPrinter, setOffOnPurpose } from './deeds.ts';
import { RemoveDialog } from './remove-dialog.tsx';

/** Buttons of one printer: what is used daily with its words, what is rare as a small sign at the end. */
export function PrinterActions({ printer }: { printer: PrinterView }) {
  const removing = useSignal(false);
  const { muted } = printer;
  const { quiet: said, printer: named, off } = words.value;
  return (
    <>
      <div class="actions">
        {printer.canOpen ? (
          <button type="button" class="button" onClick={() => openPage(printer.id)}>
            {named.open}
          </button>
        ) : null}
        <button type="button" class="button" aria-busy={printer.checkingNow} onClick={() => refreshPrinter(printer.id)}>
          {named.refresh}
        </button>
        {printer.status === 'offline' || printer.offOnPurpose ? (
          <button
            type="button"
            class="button"
            aria-pressed={printer.offOnPurpose}
            title={off.onPurposeTitle}
            onClick={() => setOffOnPurpose(printer, !printer.offOnPurpose)}
          >
            <Icon name={printer.offOnPurpose ? 'check' : 'power'} />
            {off.onPurpose}
          </button>
        ) : null}
        <span class="actions-rare">
          <button
            type="button"
            class="icon-button"
            aria-label={muted ? said.unmute : said.mute}
            title={muted ? said.unmuteTitle : said.muteTitle}
            onClick={() => mute(printer, !muted)}
          >
            <Icon name={muted ? 'bell' : 'bell-off'} />
          </button>
          {printer.action === 'reconnect' ? null : (
            <button
              type="button"
              class="icon-button"
              aria-label={named.reconnect}
              title={named.reconnect}
              onClick={() => open({ name: 'connect', printer: printer.id, way: 'choose' })}
            >
              <Icon name="link" />
            </button>
          )}
          <button
            type="button"
            class="icon-button"
            aria-label={named.remove}
            title={named.remove}
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
