import { type Signal, useSignal } from '@preact/signals';
import type { Message } from '../../src/domain/message.ts';
import type { ActionResult } from '../../src/domain/results.ts';
import { announceMessage } from '../state/announcements.ts';
import { type MessageTarget, showFailure } from '../state/failures.ts';
import { useMessageTarget } from './use-message-target.ts';

/** The result of a request that reports one, a function that awaits it, and where its failure is shown. */
export function useActionResult(): {
  readonly result: Signal<Message | null>;
  readonly target: MessageTarget;
  readonly run: (send: () => Promise<ActionResult>) => Promise<void>;
} {
  const result = useSignal<Message | null>(null);
  const target = useMessageTarget();
  const run = async (send: () => Promise<ActionResult>) => {
    result.value = null;
    const outcome = await send();
    if (!showFailure(target, outcome) || !outcome.ok || outcome.message === null) return;
    result.value = outcome.message;
    announceMessage(outcome.message);
  };
  return { result, target, run };
}
