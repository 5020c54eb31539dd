import { type Signal, useSignal } from '@preact/signals';
import type { Message } from '../../src/domain/message.ts';
import { ask } from '../bridge.ts';
import { announceMessage } from '../state/announcements.ts';
import { settingsTarget, showFailure } from '../state/failures.ts';

type ReportingRequest =
  | 'export-history'
  | 'export-prints'
  | 'export-list'
  | 'import-list'
  | 'save-diagnostics'
  | 'report-problem'
  | 'remove-all-data';

/**
 * The result of a request that reports one, and a function to send it. A failure is shown at the top of the settings.
 */
export function useActionResult(): {
  readonly result: Signal<Message | null>;
  readonly run: (request: ReportingRequest) => Promise<void>;
} {
  const result = useSignal<Message | null>(null);
  const run = async (request: ReportingRequest) => {
    result.value = null;
    const outcome = await (request === 'export-history' || request === 'export-prints'
      ? ask(request, null)
      : ask(request));
    if (!showFailure(settingsTarget, outcome)) {
      // In the next frame, when it has been drawn.
      requestAnimationFrame(() => document.querySelector('.message')?.scrollIntoView({ block: 'nearest' }));
      return;
    }
    if (!outcome.ok || outcome.message === null) return;
    result.value = outcome.message;
    announceMessage(outcome.message);
  };
  return { result, run };
}
