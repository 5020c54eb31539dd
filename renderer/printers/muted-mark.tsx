import { Icon } from '../components/icon.tsx';
import { messages } from '../messages.ts';

/** Marks a printer that causes no notifications. */
export function MutedMark() {
  return (
    <span class="muted-mark">
      <Icon name="bell-off" />
      {messages.value.quiet.muted}
    </span>
  );
}
