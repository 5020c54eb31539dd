import type { PrintView } from '../../src/contract/printer-view.ts';
import { LiveTime } from '../components/live-time.tsx';
import { formatMinutes } from '../format.ts';
import { messages } from '../messages.ts';

/** "Printing 42%, done 15:40", with a bar if the progress is known. The text contains everything the bar shows. */
export function PrintLine({ print: { text, progress } }: { print: PrintView }) {
  return (
    <span class="print-line">
      {progress === null ? null : (
        <span class="print-bar" aria-hidden="true">
          <span style={{ inlineSize: `${progress}%` }} />
        </span>
      )}
      <span class="print-text">{text}</span>
    </span>
  );
}

/** "1 h 20 min left"; nothing if unknown. */
export function TimeLeft({ finishAt }: Pick<PrintView, 'finishAt'>) {
  if (finishAt === null) return null;
  const { leftShort } = messages.value.printDetails;
  return <LiveTime format={(now) => leftShort(formatMinutes(Math.max(0, finishAt - now)))} />;
}
