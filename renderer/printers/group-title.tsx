import { messages } from '../messages.ts';
import type { Group } from '../state/group-printers.ts';
import { statusTexts } from '../state/status-texts.ts';

/** What the printers below have in common, and how many are shown; invisible if they are simply all. */
export function GroupTitle({ groupKey, shown }: { groupKey: Group['key']; shown: number }) {
  const { needsYou, others, all, orders } = messages.value.list;
  if (groupKey === 'all') return <h2 class="visually-hidden">{all}</h2>;
  const title =
    groupKey === 'needs-you'
      ? needsYou
      : groupKey === 'printing'
        ? orders['done-next']
        : groupKey === 'others'
          ? others
          : statusTexts(groupKey);
  return (
    <h2 class="list-title" hidden={shown === 0}>
      {title} <span class="list-title-count">{shown}</span>
    </h2>
  );
}
