import { useSignal } from '@preact/signals';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { Message } from '../../src/domain/message.ts';
import { ask } from '../bridge.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { MessageBox } from '../components/message-box.tsx';
import { useMessageTarget } from '../components/use-message-target.ts';
import { messages } from '../messages.ts';
import { announceMessage } from '../state/announcements.ts';
import { showFailure } from '../state/failures.ts';

/** Saves the outages of one printer as a table and shows the result below. */
export function ExportHistory({ printer: { id, name } }: { printer: PrinterView }) {
  const result = useSignal<Message | null>(null);
  const target = useMessageTarget();
  const { historyExport: texts, rows } = messages.value;
  const save = async () => {
    result.value = null;
    const outcome = await ask('export-history', id);
    if (!showFailure(target, outcome) || !outcome.ok || outcome.message === null) return;
    result.value = outcome.message;
    announceMessage(outcome.message);
  };
  return (
    <>
      <div>
        <button type="button" class="button" aria-label={rows.named(texts.action, name)} onClick={save}>
          {texts.action}
        </button>
      </div>
      <FailureLine target={target} intoView />
      {result.value === null ? null : (
        <MessageBox
          message={result.value}
          tone="info"
          onDismiss={() => {
            result.value = null;
          }}
        />
      )}
    </>
  );
}
