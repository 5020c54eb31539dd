import type { PrintView } from '../../src/contract/printer-view.ts';
import { LiveTime } from '../components/live-time.tsx';
import { formatMinutes } from '../format.ts';
import { messages } from '../messages.ts';

/** "Printing 42%, done 15:40", with a bar if the progress is known. */
export function PrintLine({ print }: { print: PrintView }) {
  return (
    <span class="print-line">
      <PrintBar print={print} />
      <span class="print-text">{print.text}</span>
    </span>
  );
}

/** The progress as a bar; nothing if unknown. The text contains everything it shows. */
export function PrintBar({ print }: { print: PrintView | null }) {
  const progress = print?.progress ?? null;
  if (progress === null) return null;
  return (
    <span class="print-bar" aria-hidden="true">
      <span style={{ inlineSize: `${progress}%` }} />
    </span>
  );
}

/** "(1 h 20 min left)"; nothing if unknown. */
export function TimeLeft({ finishAt }: Pick<PrintView, 'finishAt'>) {
  if (finishAt === null) return null;
  const { leftShort } = messages.value.printDetails;
  return <LiveTime format={(now) => leftShort(formatMinutes(Math.max(0, finishAt - now)))} />;
}
