import { useSignal } from '@preact/signals';
import type { Message } from '../../src/ipc/contract.ts';
import { ask } from '../bridge.ts';
import { MessageBox } from '../parts/message-box.tsx';
import { announce } from '../state/announcements.ts';
import { settingsPlace, settle } from '../state/failures.ts';
import { words } from '../words/words.ts';

/** Takes the list of printers to another computer; what came of it is told below. */
export function ListFiles({ empty }: { empty: boolean }) {
  const told = useSignal<Message | null>(null);
  const run = async (request: 'export-list' | 'import-list') => {
    told.value = null;
    const answer = await ask(request);
    if (!settle(settingsPlace, answer)) {
      document.querySelector('.message')?.scrollIntoView({ block: 'nearest' });
      return;
    }
    if (!answer.ok || answer.told === null) return;
    told.value = answer.told;
    announce(`${answer.told.title}. ${answer.told.text}`);
  };
  const { lists } = words.value;
  return (
    <section class="group" aria-label={lists.otherComputer}>
      <div class="setting">
        <div class="setting-words">
          <p>{lists.list}</p>
          <p class="hint">{lists.explanation}</p>
        </div>
        <div class="setting-buttons">
          <button type="button" class="button" disabled={empty} onClick={() => run('export-list')}>
            {lists.exportList}
          </button>
          <button type="button" class="button" onClick={() => run('import-list')}>
            {lists.importList}
          </button>
        </div>
        {told.value === null ? null : (
          <div class="setting-told">
            <MessageBox
              message={told.value}
              tone="info"
              onDismiss={() => {
                told.value = null;
              }}
            />
          </div>
        )}
      </div>
    </section>
  );
}
