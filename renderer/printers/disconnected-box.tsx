import type { PrinterView } from '../../src/contract/printer-view.ts';
import { MessageBox } from '../components/message-box.tsx';
import { messages } from '../messages.ts';
import { type Others, othersOf } from './other-printers.ts';
import { openLocal } from './requests.ts';

/** The usual cause of a disconnection, whether other printers are affected, and what to check. */
export function DisconnectedBox({ printer }: { printer: PrinterView }) {
  const { disconnected: texts, history, rows } = messages.value;
  const text = [causeText(othersOf(printer.id)), printer.canOpenLocal ? texts.tryLocal : ''].filter(Boolean).join(' ');
  return (
    <MessageBox message={{ title: printer.statusText, text, smallPrint: null }} tone="info" hideTitle>
      {printer.canOpenLocal ? (
        <button
          type="button"
          class="button"
          aria-label={rows.named(history.openLocal, printer.name)}
          onClick={() => openLocal(printer.id)}
        >
          {history.openLocal}
        </button>
      ) : null}
    </MessageBox>
  );
}

function causeText({ disconnected, connected, uncertain }: Others): string {
  const texts = messages.value.disconnected;
  if (disconnected > 0 && connected === 0 && uncertain === 0) return texts.all;
  if (disconnected > 0) return `${texts.others(disconnected)} ${texts.usually}`;
  return connected > 0 ? `${texts.onlyThis(connected)} ${texts.usually}` : texts.usually;
}
