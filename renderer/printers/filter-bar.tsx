import { useEffect, useRef } from 'preact/hooks';
import { worstFirst } from '../../src/domain/glance.ts';
import type { ShownStatus } from '../../src/domain/shown-status.ts';
import { Icon } from '../components/icon.tsx';
import { messages } from '../messages.ts';
import { announce } from '../state/announcements.ts';
import { everything, filter, filtering, isLongList, shownIds } from '../state/filter.ts';
import { printerIds, viewOf } from '../state/fleet.ts';
import { ChangeShown } from './change-shown.tsx';
import { OrderChoice } from './order-choice.tsx';
import { SortAgain } from './sort-again.tsx';
import { TagChoice } from './tag-choice.tsx';

export const filterBoxId = 'filter-text';

/** How long to wait after typing before screen readers announce the count, ms. */
const restMs = 500;

/** Filters a long list by name and by state. */
export function FilterBar() {
  const { text } = filter.value;
  const texts = messages.value.overview;
  return (
    <search class="filter" aria-label={texts.filterPrinters}>
      <input
        id={filterBoxId}
        type="search"
        aria-label={texts.filterByName}
        aria-keyshortcuts="/"
        placeholder={texts.filterByName}
        title={texts.filterByNameTitle}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={text}
        onInput={(event) => {
          filter.value = { ...filter.value, text: event.currentTarget.value };
        }}
      />
      <StateChoice />
      <TagChoice />
      {isLongList.value ? <OrderChoice /> : null}
      <FilterCount />
      <ChangeShown />
      <SortAgain />
    </search>
  );
}

function StateChoice() {
  const { state } = filter.value;
  const texts = messages.value.overview;
  const counts = new Map<ShownStatus, { readonly label: string; readonly count: number }>();
  for (const id of printerIds.value) {
    const view = viewOf(id)?.value;
    if (view === undefined) continue;
    counts.set(view.status, { label: view.statusText, count: (counts.get(view.status)?.count ?? 0) + 1 });
  }
  const offered = worstFirst.filter((one) => counts.has(one));
  // A state that no printer has any more stays selected, and says that none are left.
  const emptied = state !== null && !counts.has(state);
  return (
    <span class="select">
      <select
        aria-label={texts.filterByState}
        value={state ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          filter.value = { ...filter.value, state: worstFirst.find((one) => one === chosen) ?? null };
        }}
      >
        <option value="">{texts.allStates}</option>
        {emptied ? <option value={state}>{texts.noneAnyMore}</option> : null}
        {offered.map((one) => (
          <option key={one} value={one}>
            {texts.counted(counts.get(one)?.label ?? '', counts.get(one)?.count ?? 0)}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}

/** How many printers match, as text and for screen readers. */
function FilterCount() {
  const active = filtering.value;
  const shown = shownIds.value.length;
  const all = printerIds.value.length;
  const { countOf, allShown, someShown } = messages.value.overview;
  const sentence = active ? someShown(shown, all) : '';
  const texts = useRef(sentence);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (texts.current !== sentence) announce(sentence === '' ? allShown(printerIds.peek().length) : sentence);
      texts.current = sentence;
    }, restMs);
    return () => clearTimeout(timer);
  }, [sentence, allShown]);
  return active ? <p class="filter-count">{countOf(shown, all)}</p> : null;
}

/** Shown in place of the list if nothing matches. */
export function NothingFits() {
  const { noneFitsState, noneFits, noneFitsBoth, showAll } = messages.value.overview;
  const { text, state, tag } = filter.value;
  const wanted = <span dir="auto">{text.trim()}</span>;
  return (
    <div class="nothing-fits">
      <p>
        {tag !== null
          ? messages.value.tags.noneFits
          : text.trim() === ''
            ? noneFitsState
            : state === null
              ? noneFits(wanted)
              : noneFitsBoth(wanted)}
      </p>
      <button type="button" class="button" onClick={clearFilter}>
        {showAll}
      </button>
    </div>
  );
}

/** Shows all printers again. */
export function clearFilter(): void {
  filter.value = everything;
}
