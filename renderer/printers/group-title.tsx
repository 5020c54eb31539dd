import type { Group } from '../state/group-printers.ts';
import { stateWords } from '../state/state-words.ts';
import { words } from '../words.ts';

/** What the printers below have in common, and how many are shown; invisible if they are simply all. */
export function GroupTitle({ groupKey, shown }: { groupKey: Group['key']; shown: number }) {
  const { needsYou, others, all, orders } = words.value.list;
  if (groupKey === 'all') return <h2 class="visually-hidden">{all}</h2>;
  const title =
    groupKey === 'needs-you'
      ? needsYou
      : groupKey === 'printing'
        ? orders['done-next']
        : groupKey === 'others'
          ? others
          : stateWords(groupKey);
  return (
    <h2 class="list-title" hidden={shown === 0}>
      {title} <span class="list-title-count">{shown}</span>
    </h2>
  );
}
