import { useSignal } from '@preact/signals';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import { ask } from '../bridge.ts';
import { ResultBox } from '../components/result-box.tsx';
import { useActionResult } from '../components/use-action-result.ts';
import { messages } from '../messages.ts';

/** Creates a link that shows the running print to others; it is shown until it is dismissed or the screen is left. */
export function SharePrint({ printer: { id, name } }: { printer: PrinterView }) {
  const { result, target, run } = useActionResult();
  const busy = useSignal(false);
  const { printDetails: texts, rows } = messages.value;
  const share = async () => {
    if (busy.peek()) return;
    busy.value = true;
    await run(() => ask('share-print', id));
    busy.value = false;
  };
  return (
    <>
      <div>
        <button
          type="button"
          class="button"
          aria-label={rows.named(texts.share, name)}
          aria-busy={busy.value}
          onClick={share}
        >
          {texts.share}
        </button>
      </div>
      <ResultBox result={result} target={target} />
    </>
  );
}
