import type { ComponentChildren } from 'preact';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { Instant } from '../../src/domain/time.ts';
import { LiveTime } from '../components/live-time.tsx';
import { formatAgo, formatTime, formatUntil } from '../format.ts';
import { messages } from '../messages.ts';

/** A name with its value. */
export function Fact({
  name,
  icon,
  children,
}: {
  name: string;
  icon?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <div class="fact">
      <dt>
        {icon}
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A time that OctoEverywhere reported; "never" only if it has responded. */
export function Moment({ at, answered }: { at: Instant | null; answered: boolean }) {
  const { never, notKnownYet } = messages.value.printer;
  if (at === null) return <>{answered ? never : notKnownYet}</>;
  return <LiveTime format={(now) => formatTime(at, now)} />;
}

/** How long ago the last check was. */
export function LastCheck({ printer: { lastCheckedAt } }: { printer: PrinterView }) {
  if (lastCheckedAt === null) return <>{messages.value.printer.notYet}</>;
  return <LiveTime every="seconds" format={(now) => formatAgo(Math.max(0, now - lastCheckedAt))} />;
}

/** When the next check is due. */
export function NextCheck({ printer: { nextCheckAt, checkingNow } }: { printer: PrinterView }) {
  const { checkingNow: underWay, nextPaused } = messages.value.printer;
  if (checkingNow) return <>{underWay}</>;
  if (nextCheckAt === null) return <>{nextPaused}</>;
  return <LiveTime every="seconds" format={(now) => formatUntil(nextCheckAt - now)} />;
}
