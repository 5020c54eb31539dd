import type { PrinterView } from '../../src/contract/printer-view.ts';
import { Icon } from '../components/icon.tsx';
import { messages } from '../messages.ts';
import { open } from '../state/screen.ts';
import { askToRemove } from './removing.ts';
import { mute, openPage, refreshPrinter, setOffOnPurpose } from './requests.ts';

/** A printer's buttons: the everyday ones, and separately, less prominent, the rare ones. All have text. */
export function PrinterActions({ printer }: { printer: PrinterView }) {
  const { muted, name } = printer;
  const { quiet, printer: texts, off, rows } = messages.value;
  const named = (label: string) => rows.named(label, name);
  return (
    <div class="actions">
      {printer.canOpen ? (
        <button type="button" class="button" aria-label={named(texts.open)} onClick={() => openPage(printer.id)}>
          {texts.open}
        </button>
      ) : null}
      <button
        type="button"
        class="button"
        aria-label={named(texts.refresh)}
        aria-busy={printer.checkingNow}
        onClick={() => refreshPrinter(printer.id)}
      >
        {texts.refresh}
      </button>
      {printer.status === 'offline' || printer.offOnPurpose ? (
        <button
          type="button"
          class="button"
          aria-label={named(off.onPurpose)}
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
          class="button plain quiet"
          aria-label={named(muted ? quiet.unmute : quiet.mute)}
          title={muted ? quiet.unmuteTitle : quiet.muteTitle}
          onClick={() => mute(printer, !muted)}
        >
          <Icon name={muted ? 'bell-off' : 'bell'} />
          {muted ? quiet.unmute : quiet.mute}
        </button>
        {printer.action === 'reconnect' ? null : (
          <button
            type="button"
            class="button plain quiet"
            aria-label={named(texts.reconnect)}
            onClick={() => open({ name: 'connect', printer: printer.id, way: 'choose' })}
          >
            {texts.reconnect}
          </button>
        )}
        <button
          type="button"
          class="button plain quiet"
          aria-label={named(texts.remove)}
          onClick={() => askToRemove(printer.id)}
        >
          {texts.remove}
        </button>
      </span>
    </div>
  );
}
