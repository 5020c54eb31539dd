import { type Signal, useSignal } from '@preact/signals';
import type { Message } from '../../src/domain/message.ts';
import { ask } from '../bridge.ts';
import { useMessageTarget } from '../components/use-message-target.ts';
import { announceMessage } from '../state/announcements.ts';
import { type MessageTarget, showFailure } from '../state/failures.ts';

type ReportingRequest =
  | 'export-history'
  | 'export-prints'
  | 'export-list'
  | 'import-list'
  | 'save-diagnostics'
  | 'report-problem'
  | 'remove-all-data';

/** The result of a request that reports one, a function to send it, and where its failure is shown. */
export function useActionResult(): {
  readonly result: Signal<Message | null>;
  readonly target: MessageTarget;
  readonly run: (request: ReportingRequest) => Promise<void>;
} {
  const result = useSignal<Message | null>(null);
  const target = useMessageTarget();
  const run = async (request: ReportingRequest) => {
    result.value = null;
    const outcome = await (request === 'export-history' || request === 'export-prints'
      ? ask(request, null)
      : ask(request));
    if (!showFailure(target, outcome) || !outcome.ok || outcome.message === null) return;
    result.value = outcome.message;
    announceMessage(outcome.message);
  };
  return { result, target, run };
}
