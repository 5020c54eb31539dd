import { messages } from '../messages.ts';
import { activeRow } from '../state/active-row.ts';
import { sortAgain } from '../state/held-states.ts';
import { outOfPlace } from '../state/order.ts';
import { articleId } from '../state/screen.ts';

/** Says how many printers are out of order, and sorts the list again. Hidden while all are in order. */
export function SortAgain() {
  const count = outOfPlace.value;
  if (count === 0) return null;
  const sort = () => {
    const row = activeRow.peek();
    sortAgain();
    // The button disappears; keyboard users then continue in the list.
    if (row !== null) {
      document.querySelector<HTMLElement>(`#${articleId(row)} .row-button`)?.focus({ preventScroll: true });
    }
  };
  return (
    <button type="button" class="button sort-again" data-holds-order onClick={sort}>
      {messages.value.rows.sortAgain(count)}
    </button>
  );
}
