import type { Signal } from '@preact/signals';
import type { Message } from '../../src/domain/message.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { MessageBox } from '../components/message-box.tsx';
import { failures, type MessageTarget } from '../state/failures.ts';

/** The result of a request, or its failure at `target`, until it is dismissed. */
export function ResultBox({ result, target }: { result: Signal<Message | null>; target: MessageTarget }) {
  if (result.value === null && !failures.value.has(target)) return null;
  return (
    <div class="setting-result">
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
    </div>
  );
}
