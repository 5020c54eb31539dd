import { MessageBox } from '../components/message-box.tsx';
import { messages } from '../messages.ts';

/** Replaces everything else if the first snapshot couldn't be loaded. */
export function StartFailedScreen({ retry }: { retry: () => void }) {
  return (
    <main class="page page-narrow">
      <h1 class="visually-hidden">OctoGlance</h1>
      <MessageBox message={messages.value.frame.startFailed} tone="warning">
        <button type="button" class="button primary" onClick={retry}>
          {messages.value.frame.tryAgain}
        </button>
      </MessageBox>
    </main>
  );
}
