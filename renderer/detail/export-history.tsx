import type { PrinterView } from '../../src/contract/printer-view.ts';
import { ask } from '../bridge.ts';
import { ResultBox } from '../components/result-box.tsx';
import { useActionResult } from '../components/use-action-result.ts';
import { messages } from '../messages.ts';

/** Saves the outages of one printer as a table and shows the result below. */
export function ExportHistory({ printer: { id, name } }: { printer: PrinterView }) {
  const { result, target, run } = useActionResult();
  const { historyExport: texts, rows } = messages.value;
  return (
    <>
      <div>
        <button
          type="button"
          class="button"
          aria-label={rows.named(texts.action, name)}
          onClick={() => run(() => ask('export-history', id))}
        >
          {texts.action}
        </button>
      </div>
      <ResultBox result={result} target={target} />
    </>
  );
}
