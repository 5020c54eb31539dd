import type { Instant } from '../../src/domain/time.ts';
import { MessageBox } from '../components/message-box.tsx';
import { formatMinutes } from '../format.ts';
import { messages } from '../messages.ts';
import { slowNow } from '../state/clock.ts';

/** Says once for all printers that OctoEverywhere doesn't respond, and for how long. */
export function ServiceBanner({ since }: { since: Instant }) {
  const { serviceSilent } = messages.value.overview;
  const message = {
    ...serviceSilent,
    title: serviceSilent.title(formatMinutes(Math.max(0, slowNow.value - since), 'daysApart')),
  };
  return <MessageBox message={message} tone="warning" />;
}
