import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import { MutedMark } from './muted-mark.tsx';
import { TimeLeft } from './print-line.tsx';
import { Since } from './since.tsx';
import { Confirmed } from './stale-line.tsx';

/** The id of the description of the row's button: screen readers read it after the name. */
export function rowStateId(printer: PrinterId): string {
  return `state-${printer}`;
}

/** The state of a printer and since when, or how old that information is, and the print. */
export function RowState({ printer }: { printer: PrinterView }) {
  const { since, staleSince, print } = printer;
  return (
    <span class="row-state" id={rowStateId(printer.id)}>
      {print !== null ? (
        <span class="print-text">{print.text}</span>
      ) : (
        <span class="status-text" data-state={printer.status}>
          {printer.statusText}
        </span>
      )}{' '}
      {printer.muted ? <MutedMark /> : null}{' '}
      {print !== null ? (
        <span class="row-length">
          <TimeLeft finishAt={print.finishAt} />
        </span>
      ) : (
        <span class="row-length">
          {staleSince !== null ? <Confirmed at={staleSince} /> : since === null ? null : <Since at={since} />}
        </span>
      )}
    </span>
  );
}
