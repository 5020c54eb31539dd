import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import { ask } from '../bridge.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { messages } from '../messages.ts';
import { announce } from '../state/announcements.ts';
import { dismiss, showFailure } from '../state/failures.ts';
import { viewOf } from '../state/fleet.ts';
import { neighbourOf } from '../state/order.ts';
import { articleId, backToPrinters, headingId } from '../state/screen.ts';
import { removing } from './removing.ts';

/** Asks for confirmation before a printer is removed, wherever that was chosen. */
export function RemoveDialog() {
  const id = removing.value;
  const printer = id === null ? undefined : viewOf(id)?.value;
  if (printer === undefined) return null;
  return (
    <OpenDialog
      key={printer.id}
      printer={printer}
      onClose={() => {
        removing.value = null;
      }}
    />
  );
}

/** Explains what removing a printer does and doesn't do. */
function OpenDialog({ printer, onClose }: { printer: PrinterView; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const busy = useSignal(false);
  const target = `remove-${printer.id}`;
  const { printer: texts, frame, about } = messages.value;
  const titleId = `remove-title-${printer.id}`;
  useEffect(() => {
    dialog.current?.showModal();
    return () => dismiss(target);
  }, [target]);
  const remove = async () => {
    if (busy.value) return;
    busy.value = true;
    const near = neighbourOf(printer.id);
    const done = showFailure(target, await ask('remove-printer', printer.id));
    busy.value = false;
    if (!done) return;
    announce(texts.removed(printer.name));
    dialog.current?.close();
    backToPrinters(near === null ? headingId : articleId(near));
  };
  return (
    <dialog ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{texts.removeTitle(<span dir="auto">{printer.name}</span>)}</h2>
      <p>{texts.removeText}</p>
      <p class="hint">{texts.revoke(<LinkButton link="dashboard" target={target} linkText={about.dashboard} />)}</p>
      <FailureLine target={target} />
      <div class="dialog-actions">
        <button type="button" class="button" autofocus onClick={() => dialog.current?.close()}>
          {frame.cancel}
        </button>
        <button type="button" class="button danger solid" aria-busy={busy.value} onClick={remove}>
          {texts.remove}
        </button>
      </div>
    </dialog>
  );
}
