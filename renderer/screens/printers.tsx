import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { PrinterId } from '../../src/domain/printer.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { AddedCard } from '../printers/added-card.tsx';
import { Banners } from '../printers/banners.tsx';
import { clearFilter, NothingFits } from '../printers/filter-bar.tsx';
import { GroupTitle } from '../printers/group-title.tsx';
import { useHeldOrder } from '../printers/hold-order.ts';
import { onListKey } from '../printers/list-keys.ts';
import { showMoved } from '../printers/move-printer.ts';
import { NoPrinters } from '../printers/no-printers.tsx';
import { PrinterCard } from '../printers/printer-card.tsx';
import { PrinterRow } from '../printers/printer-row.tsx';
import { PrintersHeader } from '../printers/printers-header.tsx';
import { useRowsSoFar } from '../printers/rows-so-far.ts';
import { SelectionBar } from '../printers/selection-bar.tsx';
import { useStillRows } from '../printers/still-rows.ts';
import { useDays } from '../state/days.ts';
import { listTarget } from '../state/failures.ts';
import { filtering, shownIds } from '../state/filter.ts';
import { printerIds, viewOf } from '../state/fleet.ts';
import type { Group } from '../state/group-printers.ts';
import { groups } from '../state/order.ts';
import { articleId, wantedFocus } from '../state/screen.ts';
import { selecting } from '../state/selection.ts';

/** The list of printers, or how to get started. */
export function PrintersScreen() {
  const count = printerIds.value.length;
  // A single printer is shown as a card, several as expandable rows.
  const asCard = count === 1;
  const inOrder = groups.value;
  const shown = new Set(shownIds.value);
  let rowsLeft = useRowsSoFar(inOrder.flatMap(({ ids }) => ids));
  useDays();
  useListKeys();
  useHeldOrder();
  useFocusOnTheMove();
  useSightOfWanted();
  useStillRows(inOrder);
  useEffect(showMoved, [inOrder]);
  return (
    <>
      <PrintersHeader />
      <main class="page">
        <Banners />
        <AddedCard />
        <FailureLine target={listTarget} />
        {count === 0 ? <NoPrinters /> : null}
        {count > 0 && shown.size === 0 ? <NothingFits /> : null}
        <div class={asCard ? 'cards' : 'rows'} data-selecting={selecting.value} hidden={shown.size === 0}>
          {inOrder.flatMap((group) => {
            if (asCard) return cardsOf(group);
            const drawn = group.ids.slice(0, Math.max(0, rowsLeft));
            rowsLeft -= drawn.length;
            return rowsOf(group, shown, drawn);
          })}
        </div>
        <SelectionBar />
      </main>
    </>
  );
}

function cardsOf({ ids }: Group) {
  return ids.map((id) => {
    const view = viewOf(id);
    return view === undefined ? null : <PrinterCard key={id} view={view} />;
  });
}

/** All in one flat list, so that a printer that changes its group keeps its element. */
function rowsOf({ key, ids }: Group, shown: ReadonlySet<PrinterId>, drawn: readonly PrinterId[]) {
  const visible = ids.filter((id) => shown.has(id)).length;
  return [
    <GroupTitle key={key} groupKey={key} shown={visible} />,
    ...drawn.map((id) => {
      const view = viewOf(id);
      return view === undefined ? null : <PrinterRow key={id} view={view} group={key} hidden={!shown.has(id)} />;
    }),
  ];
}

function useListKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onListKey);
    return () => document.removeEventListener('keydown', onListKey);
  }, []);
}

/** Restores the focus of an element that was moved within the page, which takes the focus away. */
function useFocusOnTheMove(): void {
  const focused = document.activeElement;
  useLayoutEffect(() => {
    if (document.activeElement !== document.body || focused === document.body) return;
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  });
}

/** Drops the filter if it hides a printer that is to be focused, such as one just added. */
function useSightOfWanted(): void {
  const wanted = wantedFocus.value;
  const ids = printerIds.value;
  useEffect(() => {
    if (wanted === null || !filtering.peek()) return;
    const shown = shownIds.peek();
    if (ids.some((id) => articleId(id) === wanted && !shown.includes(id))) clearFilter();
  }, [wanted, ids]);
}
