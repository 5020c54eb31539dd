import type { ReadonlySignal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import type { PrinterView } from '../../src/contract/contract.ts';
import { FailureLine } from '../parts/failure-line.tsx';
import { Icon } from '../parts/icon.tsx';
import { StatusShape } from '../parts/status-shape.tsx';
import { DayStrip, DayWords } from '../past/day-strip.tsx';
import type { Group } from '../state/group-printers.ts';
import { articleId } from '../state/screen.ts';
import { MoveHandle } from './move-handle.tsx';
import { MutedMark } from './muted-mark.tsx';
import { PrinterDetails } from './printer-details.tsx';
import { Since } from './since.tsx';
import { Confirmed, StaleLine } from './stale-line.tsx';

/** A printer on one line; unfolds to everything that is known of it. A hidden one keeps what the user unfolded. */
export function PrinterRow({
  view,
  group,
  hidden,
}: {
  view: ReadonlySignal<PrinterView>;
  group: Group['key'];
  hidden: boolean;
}) {
  const printer = view.value;
  const unfolded = useSignal(false);
  const { since, staleSince } = printer;
  return (
    <article
      class="row"
      id={articleId(printer.id)}
      tabIndex={-1}
      aria-label={printer.name}
      hidden={hidden}
      data-printer={printer.id}
      data-group={group}
      data-unfolded={unfolded.value}
    >
      <div class="row-line">
        <h3 class="row-head">
          <button
            type="button"
            class="row-button"
            aria-expanded={unfolded.value}
            onClick={() => {
              unfolded.value = !unfolded.value;
            }}
          >
            <StatusShape state={printer.status} stale={staleSince !== null} />
            <span class="row-name printer-name" title={printer.name}>
              <span dir="auto">{printer.name}</span>
            </span>
            <span class="row-state">
              <span class="state-words" data-state={printer.status}>
                {printer.words}
              </span>
              {staleSince === null ? null : <Confirmed at={staleSince} />}
              {printer.muted ? <MutedMark /> : null}
            </span>
            <span class="row-length">{since === null ? null : <Since at={since} />}</span>
            <DayStrip printer={printer.id} />
            <Icon name="down" />
          </button>
        </h3>
        <DayWords printer={printer.id} />
        <MoveHandle printer={printer} />
      </div>
      {unfolded.value ? (
        <div class="row-details">
          <StaleLine since={staleSince} />
          <PrinterDetails printer={printer} />
        </div>
      ) : (
        <FailureLine place={printer.id} />
      )}
    </article>
  );
}
