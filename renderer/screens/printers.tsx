import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { PrinterId } from '../../src/domain/printer.ts';
import { FailureLine } from '../parts/failure-line.tsx';
import { AddedCard } from '../printers/added-card.tsx';
import { Banners } from '../printers/banners.tsx';
import { clearFilter, NothingFits } from '../printers/filter-bar.tsx';
import { GroupTitle } from '../printers/group-title.tsx';
import { onListKey } from '../printers/list-keys.ts';
import { showMoved } from '../printers/move-printer.ts';
import { NoPrinters } from '../printers/no-printers.tsx';
import { OrderChoice } from '../printers/order-choice.tsx';
import { PrinterCard } from '../printers/printer-card.tsx';
import { PrinterRow } from '../printers/printer-row.tsx';
import { PrintersHeader } from '../printers/printers-header.tsx';
import { useRowsSoFar } from '../printers/rows-so-far.ts';
import { useDays } from '../state/days.ts';
import { listPlace } from '../state/failures.ts';
import { filtering, shownIds } from '../state/filter.ts';
import { printerIds, viewOf } from '../state/fleet.ts';
import type { Group } from '../state/group-printers.ts';
import { groups } from '../state/order.ts';
import { articleId, wantedFocus } from '../state/screen.ts';

/** Up to this many printers are shown as cards with everything on them, more as rows that unfold. */
const mostCards = 6;

/** The list of printers, or how to begin. */
export function PrintersScreen() {
  const count = printerIds.value.length;
  const asCards = count <= mostCards;
  const inOrder = groups.value;
  const shown = new Set(shownIds.value);
  let rowsLeft = useRowsSoFar(inOrder.flatMap(({ ids }) => ids));
  useDays();
  useListKeys();
  useKeptFocus();
  useSightOfWanted();
  useEffect(showMoved, [inOrder]);
  return (
    <>
      <PrintersHeader />
      <main class="page">
        <Banners />
        <AddedCard />
        <FailureLine place={listPlace} />
        {count === 0 ? <NoPrinters /> : null}
        {count > 0 && shown.size === 0 ? <NothingFits /> : null}
        {asCards || shown.size === 0 ? null : <OrderChoice />}
        <div class={asCards ? 'cards' : 'rows'} hidden={shown.size === 0}>
          {inOrder.flatMap((group) => {
            if (asCards) return cardsOf(group);
            const drawn = group.ids.slice(0, Math.max(0, rowsLeft));
            rowsLeft -= drawn.length;
            return rowsOf(group, shown, drawn);
          })}
        </div>
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

/** All in one list, so that a printer that changes its group stays the same element. */
function rowsOf({ key, ids }: Group, shown: ReadonlySet<PrinterId>, drawn: readonly PrinterId[]) {
  const [first] = ids;
  const visible = ids.filter((id) => shown.has(id)).length;
  return [
    <GroupTitle key={key} groupKey={key} first={first === undefined ? undefined : viewOf(first)} shown={visible} />,
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

/** What has the focus loses it when it is put to another place in the page, and gets it back. */
function useKeptFocus(): void {
  const focused = document.activeElement;
  useLayoutEffect(() => {
    if (document.activeElement !== document.body || !(focused instanceof HTMLElement)) return;
    if (focused.isConnected) focused.focus({ preventScroll: true });
  });
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
