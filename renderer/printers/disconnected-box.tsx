import type { PrinterView } from '../../src/contract/printer-view.ts';
import { MessageBox } from '../parts/message-box.tsx';
import { words } from '../words.ts';
import { openLocal } from './deeds.ts';
import { type Others, othersOf } from './other-printers.ts';

/** What usually lies behind a disconnection, whether it is this printer alone, and what to look at. */
export function DisconnectedBox({ printer }: { printer: PrinterView }) {
  const { disconnected: said, past, rows } = words.value;
  const text = [causeWords(othersOf(printer.id)), printer.canOpenLocal ? said.tryLocal : ''].filter(Boolean).join(' ');
  return (
    <MessageBox message={{ title: printer.words, text, smallPrint: null }} tone="info" hideTitle>
      {printer.canOpenLocal ? (
        <button
          type="button"
          class="button"
          aria-label={rows.named(past.openLocal, printer.name)}
          onClick={() => openLocal(printer.id)}
        >
          {past.openLocal}
        </button>
      ) : null}
    </MessageBox>
  );
}

function causeWords({ disconnected, connected }: Others): string {
  const said = words.value.disconnected;
  if (disconnected > 0 && connected === 0) return said.all;
  if (disconnected > 0) return `${said.others(disconnected)} ${said.usually}`;
  return connected > 0 ? `${said.onlyThis(connected)} ${said.usually}` : said.usually;
}
