import { type Signal, useSignal } from '@preact/signals';
import type { Message } from '../../src/domain/message.ts';
import { ask } from '../bridge.ts';
import { announce } from '../state/announcements.ts';
import { settingsPlace, settle } from '../state/failures.ts';

type Told = 'export-history' | 'export-list' | 'import-list' | 'save-diagnostics' | 'report-problem';

/** What came of a request that has something to tell, and how to make one; a failure stands at the head of the settings. */
export function useTold(): { readonly told: Signal<Message | null>; readonly run: (request: Told) => Promise<void> } {
  const told = useSignal<Message | null>(null);
  const run = async (request: Told) => {
    told.value = null;
    const answer = await (request === 'export-history' ? ask(request, null) : ask(request));
    if (!settle(settingsPlace, answer)) {
      document.querySelector('.message')?.scrollIntoView({ block: 'nearest' });
      return;
    }
    if (!answer.ok || answer.told === null) return;
    told.value = answer.told;
    announce(`${answer.told.title}. ${answer.told.text}`);
  };
  return { told, run };
}
