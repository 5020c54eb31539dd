import { useEffect } from 'preact/hooks';
import { FailureLine } from '../parts/failure-line.tsx';
import { isOverlaid } from '../parts/overlay.ts';
import { Banners } from '../printers/banners.tsx';
import { clearFilter, NothingFits } from '../printers/filter-bar.tsx';
import { moveByKeys } from '../printers/move-handle.tsx';
import { restoreFocus } from '../printers/move-printer.ts';
import { NoPrinters } from '../printers/no-printers.tsx';
import { PrinterCard } from '../printers/printer-card.tsx';
import { PrinterRow } from '../printers/printer-row.tsx';
import { PrintersHeader } from '../printers/printers-header.tsx';
import { listPlace } from '../state/failures.ts';
import { filtering, shownIds } from '../state/filter.ts';
import { printerIds, viewOf } from '../state/fleet.ts';
import { articleId, wantedFocus } from '../state/screen.ts';

/** Up to this many printers are shown as cards with everything on them, more as rows that unfold. */
const mostCards = 6;

/** The list of printers, or how to begin. */
export function PrintersScreen() {
  const ids = printerIds.value;
  const asCards = ids.length <= mostCards;
  const shown = new Set(shownIds.value);
  useListKeys();
  useSightOfWanted();
  useEffect(restoreFocus, [ids]);
  return (
    <>
      <PrintersHeader />
      <main class="page">
        <Banners />
        <FailureLine place={listPlace} />
        {ids.length === 0 ? <NoPrinters /> : null}
        {ids.length > 0 && shown.size === 0 ? <NothingFits /> : null}
        <div class={asCards ? 'cards' : 'rows'} hidden={shown.size === 0}>
          {ids.map((id) => {
            const view = viewOf(id);
            if (view === undefined) return null;
            return asCards ? (
              <PrinterCard key={id} view={view} />
            ) : (
              <PrinterRow key={id} view={view} hidden={!shown.has(id)} />
            );
          })}
        </div>
      </main>
    </>
  );
}

/** Alt with an arrow moves a printer, Escape shows all again. */
function useListKeys(): void {
  useEffect(() => {
    const clearOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !filtering.peek()) return;
      if (isOverlaid()) return;
      event.preventDefault();
      clearFilter();
    };
    document.addEventListener('keydown', moveByKeys);
    document.addEventListener('keydown', clearOnEscape);
    return () => {
      document.removeEventListener('keydown', moveByKeys);
      document.removeEventListener('keydown', clearOnEscape);
    };
  }, []);
}

/** A printer that is to have the focus, such as one just added, is not left out by the filter. */
function useSightOfWanted(): void {
  const wanted = wantedFocus.value;
  const ids = printerIds.value;
  useEffect(() => {
    if (wanted === null || !filtering.peek()) return;
    const shown = shownIds.peek();
    if (ids.some((id) => articleId(id) === wanted && !shown.includes(id))) clearFilter();
  }, [wanted, ids]);
}
