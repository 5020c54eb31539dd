import type { ReadonlySignal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import type { PrinterView } from '../../src/ipc/contract.ts';
import { minutesWords } from '../format.ts';
import { Icon } from '../parts/icon.tsx';
import { StatusShape } from '../parts/status-shape.tsx';
import { Ticking } from '../parts/ticking.tsx';
import { articleId } from '../state/screen.ts';
import { MoveHandle } from './move-handle.tsx';
import { PrinterDetails } from './printer-details.tsx';
import { StateLine } from './state-line.tsx';

/** A printer on one line; unfolds to everything that is known of it. A hidden one keeps what the user unfolded. */
export function PrinterRow({ view, hidden }: { view: ReadonlySignal<PrinterView>; hidden: boolean }) {
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
      data-unfolded={unfolded.value}
    >
      <div class="row-line">
        <h2 class="row-head">
          <button
            type="button"
            class="row-button"
            aria-expanded={unfolded.value}
            onClick={() => {
              unfolded.value = !unfolded.value;
            }}
          >
            <StatusShape state={printer.status} />
            <span class="row-name printer-name" title={printer.name}>
              <span dir="auto">{printer.name}</span>
            </span>
            <span class="row-state">
              <span class="state-words" data-state={printer.status}>
                {printer.words}
              </span>
              {staleSince === null ? null : <span class="row-stale"> (last known)</span>}
            </span>
            <span class="row-length">
              {since === null ? null : <Ticking words={(now) => `for ${minutesWords(now - since)}`} />}
            </span>
            <Icon name="down" />
          </button>
        </h2>
        <MoveHandle printer={printer} />
      </div>
      {unfolded.value ? (
        <div class="row-details">
          <StateLine printer={printer} />
          <PrinterDetails printer={printer} />
        </div>
      ) : null}
    </article>
  );
}
