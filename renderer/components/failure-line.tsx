import { dismiss, failures, type MessageTarget } from '../state/failures.ts';
import { MessageBox } from './message-box.tsx';

/** The failure of the last request at `target`, if any: as a full message, or as one subdued line. */
export function FailureLine({ target }: { target: MessageTarget }) {
  const failure = failures.value.get(target);
  if (failure === undefined) return null;
  const { message } = failure;
  if (!failure.quiet) return <MessageBox message={message} tone="warning" onDismiss={() => dismiss(target)} />;
  return (
    <p class="quiet-failure">
      <strong>{message.title}.</strong> {message.text}
      {message.smallPrint === null ? null : <small> ({message.smallPrint})</small>}
    </p>
  );
}
