import type { Instant } from '../../src/domain/time.ts';
import { MessageBox } from '../components/message-box.tsx';
import { minutesWords } from '../format.ts';
import { slowNow } from '../state/clock.ts';
import { words } from '../words.ts';

/** Says once for all printers that OctoEverywhere doesn't respond, and for how long. */
export function ServiceBanner({ since }: { since: Instant }) {
  const { serviceSilent } = words.value.overview;
  const message = {
    ...serviceSilent,
    title: serviceSilent.title(minutesWords(Math.max(0, slowNow.value - since), 'daysApart')),
  };
  return <MessageBox message={message} tone="warning" />;
}
