import { useLayoutEffect, useRef } from 'preact/hooks';
import { dismiss, failures, type MessageTarget } from '../state/failures.ts';
import { MessageBox } from './message-box.tsx';

/**
 * The failure of the last request at `target`, if any: as a full message, or as one subdued line. With `intoView` it is
 * scrolled to, because what was clicked may be far from it.
 */
export function FailureLine({ target, intoView = false }: { target: MessageTarget; intoView?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const failure = failures.value.get(target);
  useLayoutEffect(() => {
    if (intoView && failure?.quiet === false) box.current?.scrollIntoView({ block: 'nearest' });
  }, [failure, intoView]);
  if (failure === undefined) return null;
  const { message } = failure;
  if (!failure.quiet) {
    return <MessageBox message={message} tone="warning" onDismiss={() => dismiss(target)} boxRef={box} />;
  }
  return (
    <p class="quiet-failure">
      <strong>{message.title}.</strong> {message.text}
      {message.smallPrint === null ? null : <small> ({message.smallPrint})</small>}
    </p>
  );
}
