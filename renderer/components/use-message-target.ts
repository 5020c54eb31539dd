import { useEffect, useId } from 'preact/hooks';
import { dismiss, type MessageTarget } from '../state/failures.ts';

/** A place for failures next to a control. What is shown there is dismissed with the control. */
export function useMessageTarget(): MessageTarget {
  const target = useId();
  useEffect(() => () => dismiss(target), [target]);
  return target;
}
