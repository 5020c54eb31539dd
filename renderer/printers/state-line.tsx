import type { PrinterView } from '../../src/contract/printer-view.ts';
import { MutedMark } from './muted-mark.tsx';
import { PrintLine } from './print-line.tsx';
import { Since } from './since.tsx';
import { StaleLine } from './stale-line.tsx';

/** "Connected since 14:05 (3 h 12 min)", and how old that information is if it isn't current. */
export function StateLine({ printer }: { printer: PrinterView }) {
  const { since, staleSince } = printer;
  return (
    <>
      <p class="state-line">
        <span class="status-text" data-state={printer.status}>
          {printer.statusText}
        </span>
        {since === null ? null : (
          <>
            {' '}
            <Since at={since} />
          </>
        )}
        {printer.muted ? (
          <>
            {' '}
            <MutedMark />
          </>
        ) : null}
      </p>
      {printer.print === null ? null : (
        <p class="state-line">
          <PrintLine print={printer.print} />
        </p>
      )}
      <StaleLine since={staleSince} />
    </>
  );
}
