import type { PrinterView } from '../../src/contract/contract.ts';
import { MutedMark } from './muted-mark.tsx';
import { Since } from './since.tsx';
import { Confirmed } from './stale-line.tsx';

/** The state of a printer and since when, or how old that knowledge is. What else a row tells of the present stands here. */
export function RowState({ printer }: { printer: PrinterView }) {
  const { since, staleSince } = printer;
  return (
    <span class="row-state" id={`state-${printer.id}`}>
      <span class="state-words" data-state={printer.status}>
        {printer.words}
      </span>{' '}
      {printer.muted ? <MutedMark /> : null}{' '}
      <span class="row-length">
        {staleSince !== null ? <Confirmed at={staleSince} /> : since === null ? null : <Since at={since} />}
      </span>
    </span>
  );
}
