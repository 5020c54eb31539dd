import { Icon } from '../parts/icon.tsx';
import { words } from '../words.ts';

/** Says that nothing is told of this printer. */
export function MutedMark() {
  return (
    <span class="muted-mark">
      <Icon name="bell-off" />
      {words.value.quiet.muted}
    </span>
  );
}
