import type { Signal } from '@preact/signals';
import type { Message } from '../../src/domain/message.ts';
import { MessageBox } from '../parts/message-box.tsx';

/** What came of a request, until it is dismissed. */
export function ToldBox({ told }: { told: Signal<Message | null> }) {
  if (told.value === null) return null;
  return (
    <div class="setting-told">
      <MessageBox
        message={told.value}
        tone="info"
        onDismiss={() => {
          told.value = null;
        }}
      />
    </div>
  );
}
