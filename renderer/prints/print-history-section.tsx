import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PrintHistory, PrintRecord } from '../../src/domain/print/print-history.ts';
import { ask } from '../bridge.ts';
import { LiveTime } from '../components/live-time.tsx';
import { ResultBox } from '../components/result-box.tsx';
import { useActionResult } from '../components/use-action-result.ts';
import { formatMinutes, formatTime } from '../format.ts';
import { messages } from '../messages.ts';
import { pollWhileVisible } from '../state/keep-reading.ts';

/** How many are shown at first. */
const fewRows = 6;

/** The prints of the last 90 days, the latest first, and their export. Empty while there are none. */
export function PrintHistorySection({ printer: { id, name, printDetails } }: { printer: PrinterView }) {
  const prints = useSignal<PrintHistory>([]);
  const all = useSignal(false);
  const { result, target, run } = useActionResult();
  const kind = printDetails?.kind;
  useEffect(() => {
    const read = async () => {
      prints.value = await window.octoglance.request('get-prints', id);
    };
    return pollWhileVisible(read);
  }, [id, kind, prints]);
  const count = prints.value.length;
  if (count === 0) return null;
  const { printDetails: texts, printExport, rows } = messages.value;
  const shown = prints.value.slice(all.value ? 0 : -fewRows).toReversed();
  return (
    <section class="group detail-group" aria-labelledby="prints-title">
      <h2 id="prints-title">{texts.history}</h2>
      <PrintTable prints={shown} />
      <div class="actions">
        {count > fewRows && !all.value ? (
          <button
            type="button"
            class="button"
            onClick={() => {
              all.value = true;
            }}
          >
            {texts.allPrints(count)}
          </button>
        ) : null}
        <button
          type="button"
          class="button"
          aria-label={rows.named(printExport.action, name)}
          onClick={() => run(() => ask('export-prints', id))}
        >
          {printExport.action}
        </button>
      </div>
      <ResultBox result={result} target={target} />
    </section>
  );
}

function PrintTable({ prints }: { prints: readonly PrintRecord[] }) {
  const texts = messages.value.printDetails;
  return (
    <table class="outages prints" aria-labelledby="prints-title">
      <thead>
        <tr>
          <th scope="col">{texts.ended}</th>
          <th scope="col">{texts.file}</th>
          <th scope="col">{texts.result}</th>
          <th scope="col">{texts.took}</th>
        </tr>
      </thead>
      <tbody>
        {prints.map(({ seenAt, endedAt, exact, fileName, result, duration }) => (
          <tr key={seenAt}>
            <td>
              <LiveTime format={(now) => (exact ? formatTime(endedAt, now) : texts.around(formatTime(endedAt, now)))} />
            </td>
            <td dir="auto" title={fileName ?? undefined}>
              {fileName ?? '–'}
            </td>
            <td data-result={result}>{texts.results[result]}</td>
            <td>{duration === null ? '–' : formatMinutes(duration)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
