import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { Message } from '../../src/domain/message.ts';
import { actionsIn, type PrintAction } from '../../src/domain/print/print-action.ts';
import type { PrintStateKind } from '../../src/domain/print/print-status.ts';
import { ask } from '../bridge.ts';
import { ResultBox } from '../components/result-box.tsx';
import { messages } from '../messages.ts';
import { announceMessage } from '../state/announcements.ts';
import { dismiss, showFailure } from '../state/failures.ts';
import { settings } from '../state/settings.ts';

/** Where the result of an action on a printer's print is shown. */
const placeOf = (printer: string) => `print-${printer}`;

/** Buttons for the actions that apply to the print now, if the user allows them, and the result of the last one. */
export function PrintControls({ printer: { id, name }, kind }: { printer: PrinterView; kind: PrintStateKind }) {
  const under = useSignal<PrintAction | null>(null);
  const done = useSignal<Message | null>(null);
  const target = placeOf(id);
  useEffect(() => {
    // The printer's state has changed, so the last result is outdated.
    return () => {
      done.value = null;
      dismiss(target);
    };
  }, [kind, done, target]);
  const actions = settings.value?.allowControl === true ? actionsIn(kind) : [];
  const { printDetails: texts, rows } = messages.value;
  const act = async (action: PrintAction) => {
    if (under.peek() !== null) return;
    under.value = action;
    done.value = null;
    const result = await ask('control-print', id, action);
    under.value = null;
    if (!showFailure(target, result) || !result.ok || result.message === null) return;
    done.value = result.message;
    announceMessage(result.message);
  };
  return (
    <>
      {actions.length === 0 ? null : (
        <div class="actions">
          {actions.map((action) => (
            <button
              key={action}
              type="button"
              class="button"
              aria-label={rows.named(texts.actions[action], name)}
              aria-busy={under.value === action}
              aria-disabled={under.value !== null}
              onClick={() => act(action)}
            >
              {texts.actions[action]}
            </button>
          ))}
        </div>
      )}
      <ResultBox result={done} target={target} />
    </>
  );
}
