import { Icon } from '../components/icon.tsx';
import { messages } from '../messages.ts';
import { filter, usedTags } from '../state/filter.ts';

/** Filters the list by a tag, if there are any. */
export function TagChoice() {
  const { tag } = filter.value;
  const { tags: texts, overview } = messages.value;
  const used = usedTags.value;
  // A tag that no printer has any more stays selected, and says that none are left.
  const emptied = tag !== null && !used.has(tag);
  if (used.size === 0 && !emptied) return null;
  return (
    <span class="select tag-choice">
      <select
        aria-label={texts.filterByTag}
        value={tag ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          filter.value = { ...filter.value, tag: chosen === '' ? null : chosen };
        }}
      >
        <option value="">{texts.allTags}</option>
        {emptied ? <option value={tag}>{overview.noneAnyMore}</option> : null}
        {[...used].map(([one, count]) => (
          <option key={one} value={one}>
            {overview.counted(one, count)}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}
