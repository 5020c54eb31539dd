import { useEffect, useRef } from 'preact/hooks';
import type { StatusKind } from '../../src/domain/status.ts';
import { Icon } from '../parts/icon.tsx';
import { announce } from '../state/announcements.ts';
import { everything, filter, filtering, shownIds } from '../state/filter.ts';
import { printerIds, viewOf } from '../state/fleet.ts';
import { statesWorstFirst } from './states.ts';

export const filterBoxId = 'filter-text';

/** Screen readers hear the count when the typing has come to rest. */
const restMs = 500;

/** Finds printers by name and by state in a long list. */
export function FilterBar() {
  const { text } = filter.value;
  return (
    <search class="filter" aria-label="Filter printers">
      <input
        id={filterBoxId}
        type="search"
        aria-label="Filter by name"
        aria-keyshortcuts="/"
        placeholder="Filter by name"
        title="Filter by name ( / )"
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={text}
        onInput={(event) => {
          filter.value = { ...filter.value, text: event.currentTarget.value };
        }}
      />
      <StateChoice />
      <FilterCount />
    </search>
  );
}

function StateChoice() {
  const { state } = filter.value;
  const counts = new Map<StatusKind, { readonly words: string; readonly count: number }>();
  for (const id of printerIds.value) {
    const view = viewOf(id)?.value;
    if (view === undefined) continue;
    counts.set(view.status, { words: view.words, count: (counts.get(view.status)?.count ?? 0) + 1 });
  }
  const offered = statesWorstFirst.filter((one) => counts.has(one));
  // A state that nobody is in any more stays chosen, and says that nobody is.
  const emptied = state !== null && !counts.has(state);
  return (
    <span class="select">
      <select
        aria-label="Filter by state"
        value={state ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          filter.value = { ...filter.value, state: statesWorstFirst.find((one) => one === chosen) ?? null };
        }}
      >
        <option value="">All states</option>
        {emptied ? <option value={state}>None any more</option> : null}
        {offered.map((one) => (
          <option key={one} value={one}>
            {`${counts.get(one)?.words} (${counts.get(one)?.count})`}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}

/** How many are left, to see and to hear. */
function FilterCount() {
  const active = filtering.value;
  const words = active ? `${shownIds.value.length} of ${printerIds.value.length}` : '';
  const said = useRef(words);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (said.current === words) return;
      said.current = words;
      announce(words === '' ? `All ${printerIds.peek().length} printers shown.` : `${words} printers shown.`);
    }, restMs);
    return () => clearTimeout(timer);
  }, [words]);
  return active ? <p class="filter-count">{words}</p> : null;
}

/** What stands in place of the list when nothing fits. */
export function NothingFits() {
  return (
    <div class="nothing-fits">
      <p>
        No printer fits{' '}
        {filter.value.text.trim() === '' ? (
          'this state'
        ) : (
          <>
            “<span dir="auto">{filter.value.text.trim()}</span>”{filter.value.state === null ? '' : ' in this state'}
          </>
        )}
        .
      </p>
      <button type="button" class="button" onClick={clearFilter}>
        Show all printers
      </button>
    </div>
  );
}

/** Shows every printer again. */
export function clearFilter(): void {
  filter.value = everything;
}
