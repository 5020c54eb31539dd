import { activeRow } from '../state/active-row.ts';
import { sortAgain } from '../state/held-states.ts';
import { outOfPlace } from '../state/order.ts';
import { articleId } from '../state/screen.ts';
import { words } from '../words.ts';

/** Says that printers stand where their state no longer belongs, and puts them in order. Nothing while all are in place. */
export function SortAgain() {
  const count = outOfPlace.value;
  if (count === 0) return null;
  const sort = () => {
    const row = activeRow.peek();
    sortAgain();
    // The button goes; whoever works by keyboard is in the list then.
    if (row !== null) {
      document.querySelector<HTMLElement>(`#${articleId(row)} .row-button`)?.focus({ preventScroll: true });
    }
  };
  return (
    <button type="button" class="button sort-again" data-holds-order onClick={sort}>
      {words.value.rows.sortAgain(count)}
    </button>
  );
}
