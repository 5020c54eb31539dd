import type { Signal } from '@preact/signals';
import type { Message } from '../../src/domain/message.ts';
import { MessageBox } from '../components/message-box.tsx';

/** The result of a request, until it is dismissed. */
export function ResultBox({ result }: { result: Signal<Message | null> }) {
  if (result.value === null) return null;
  return (
    <div class="setting-result">
      <MessageBox
        message={result.value}
        tone="info"
        onDismiss={() => {
          result.value = null;
        }}
      />
    </div>
  );
}
