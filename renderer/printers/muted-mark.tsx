import { Icon } from '../components/icon.tsx';
import { words } from '../words.ts';

/** Marks a printer that causes no notifications. */
export function MutedMark() {
  return (
    <span class="muted-mark">
      <Icon name="bell-off" />
      {words.value.quiet.muted}
    </span>
  );
}
