import type { Signal } from '@preact/signals';
import type { Message } from '../../src/domain/message.ts';
import { failures, type MessageTarget } from '../state/failures.ts';
import { FailureLine } from './failure-line.tsx';
import { MessageBox } from './message-box.tsx';

/** The result of a request, or its failure at `target`, until it is dismissed. */
export function ResultBox({ result, target }: { result: Signal<Message | null>; target: MessageTarget }) {
  if (result.value === null && !failures.value.has(target)) return null;
  return (
    <div class="result">
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
