import type { ReadonlySignal } from '@preact/signals';
import { useComputed } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { Icon } from '../components/icon.tsx';
import { StatusShape } from '../components/status-shape.tsx';
import { DaySummary } from '../history/day-timeline.tsx';
import { activeRow } from '../state/active-row.ts';
import type { Group } from '../state/group-printers.ts';
import { articleId } from '../state/screen.ts';
import { isSelected } from '../state/selection.ts';
import { isUnfolded, toggleUnfolded } from '../state/unfolded-rows.ts';
import { MoveHandle } from './move-handle.tsx';
import { PrintBar } from './print-line.tsx';
import { PrinterDetails } from './printer-details.tsx';
import { RowAction } from './row-action.tsx';
import { RowState, rowStateId } from './row-state.tsx';
import { RowTimeline } from './row-timeline.tsx';
import { SelectBox, selectByClick } from './select-box.tsx';
import { StaleLine } from './stale-line.tsx';

/**
 * A printer on one line, which expands to its recent facts. It stays expanded while it is hidden or another screen is
 * open.
 */
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
  const unfolded = useComputed(() => isUnfolded(printer.id)).value;
  const isActive = useComputed(() => activeRow.value === printer.id).value;
  const chosen = useComputed(() => isSelected(printer.id)).value;
  const article = useRef<HTMLElement>(null);
  useTabStops(article, isActive);
  return (
    <article
      ref={article}
      class="row"
      id={articleId(printer.id)}
      tabIndex={-1}
      aria-label={printer.name}
      hidden={hidden}
      data-printer={printer.id}
      data-group={group}
      data-unfolded={unfolded}
      data-selected={chosen}
    >
      <div class="row-line">
        <SelectBox printer={printer} selected={chosen} />
        <div class="row-main" onClickCapture={(event) => selectByClick(event, printer.id)}>
          <Icon name="down" />
          <StatusShape state={printer.status} stale={printer.staleSince !== null} />
          <h3 class="row-head">
            <button
              type="button"
              class="row-button printer-name"
              title={printer.name}
              tabIndex={isActive ? 0 : -1}
              aria-describedby={rowStateId(printer.id)}
              aria-expanded={unfolded}
              onClick={() => toggleUnfolded(printer.id)}
            >
              <span dir="auto">{printer.name}</span>
            </button>
          </h3>
          <RowState printer={printer} />
          <RowTimeline printer={printer} />
        </div>
        <DaySummary printer={printer.id} />
        {unfolded ? null : <RowAction printer={printer} />}
        <MoveHandle printer={printer} group={group} />
        <PrintBar print={printer.print} />
      </div>
      {unfolded ? (
        <div class="row-details">
          <StaleLine since={printer.staleSince} />
          <PrinterDetails printer={printer} />
        </div>
      ) : (
        <FailureLine target={printer.id} />
      )}
    </article>
  );
}

/** The elements in a row where Tab could stop. */
const focusables = '.row-details :is(button, [role="slider"]), .message button';

/** Tab stops at the controls of the active row and skips all other rows; arrow keys reach everything in a row. */
function useTabStops(article: { readonly current: HTMLElement | null }, isActive: boolean): void {
  useLayoutEffect(() => {
    for (const button of article.current?.querySelectorAll<HTMLElement>(focusables) ?? []) {
      button.tabIndex = isActive ? 0 : -1;
    }
  });
}
