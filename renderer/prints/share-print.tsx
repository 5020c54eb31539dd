import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { Message } from '../../src/domain/message.ts';
import { ask } from '../bridge.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { MessageBox } from '../components/message-box.tsx';
import { messages } from '../messages.ts';
import { announceMessage } from '../state/announcements.ts';
import { dismiss, showFailure } from '../state/failures.ts';

/** Creates a link that shows the running print to others; it is shown until it is dismissed or the screen is left. */
export function SharePrint({ printer: { id, name } }: { printer: PrinterView }) {
  const shared = useSignal<Message | null>(null);
  const busy = useSignal(false);
  const target = `share-${id}`;
  useEffect(() => () => dismiss(target), [target]);
  const { printDetails: texts, rows } = messages.value;
  const share = async () => {
    if (busy.peek()) return;
    busy.value = true;
    shared.value = null;
    const result = await ask('share-print', id);
    busy.value = false;
    if (!showFailure(target, result) || !result.ok || result.message === null) return;
    shared.value = result.message;
    announceMessage(result.message);
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
      <FailureLine target={target} />
      {shared.value === null ? null : (
        <MessageBox
          message={shared.value}
          tone="info"
          onDismiss={() => {
            shared.value = null;
          }}
        />
      )}
    </>
  );
}
