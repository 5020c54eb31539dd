import { useSignal } from '@preact/signals';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { Message } from '../../src/domain/message.ts';
import { ask } from '../bridge.ts';
import { MessageBox } from '../parts/message-box.tsx';
import { announce } from '../state/announcements.ts';
import { settle } from '../state/failures.ts';
import { words } from '../words.ts';

/** Saves the outages of one printer as a table; what came of it stands below. */
export function ExportHistory({ printer: { id, name } }: { printer: PrinterView }) {
  const told = useSignal<Message | null>(null);
  const { historyExport: said, rows } = words.value;
  const save = async () => {
    told.value = null;
    const answer = await ask('export-history', id);
    if (!settle(id, answer) || !answer.ok || answer.told === null) return;
    told.value = answer.told;
    announce(`${answer.told.title}. ${answer.told.text}`);
  };
  return (
    <>
      <div>
        <button type="button" class="button" aria-label={rows.named(said.action, name)} onClick={save}>
          {said.action}
        </button>
      </div>
      {told.value === null ? null : (
        <MessageBox
          message={told.value}
          tone="info"
          onDismiss={() => {
            told.value = null;
          }}
        />
      )}
    </>
  );
}
