import { dismiss, failures, type MessageTarget } from '../state/failures.ts';
import { MessageBox } from './message-box.tsx';

/** The failure of the last request at `place`, if any: as a full message, or as one subdued line. */
export function FailureLine({ place }: { place: MessageTarget }) {
  const failure = failures.value.get(place);
  if (failure === undefined) return null;
  const { message } = failure;
  if (!failure.quiet) return <MessageBox message={message} tone="warning" onDismiss={() => dismiss(place)} />;
  return (
    <p class="quiet-failure">
      <strong>{message.title}.</strong> {message.text}
      {message.smallPrint === null ? null : <small> ({message.smallPrint})</small>}
    </p>
  );
}
