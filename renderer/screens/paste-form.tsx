import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { PrinterId } from '../../src/domain/printer.ts';
import type { AddResult, KeepSecret } from '../../src/domain/results.ts';
import { connect } from '../bridge.ts';
import { MessageBox } from '../components/message-box.tsx';
import { messages } from '../messages.ts';
import { announce, announceMessage } from '../state/announcements.ts';
import { listTarget, showFailure } from '../state/failures.ts';
import { keychainAsks } from '../state/fleet.ts';
import { articleId, backToPrinters, open, pasteBoxId, showAdded } from '../state/screen.ts';

/** Takes a token or a completion link, has it checked, and opens the printer if it works. */
export function PasteForm({
  printer,
  hint,
  onCancel,
}: {
  printer: PrinterId | null;
  hint: string;
  onCancel: () => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  const there = useRef(true);
  const pasted = useSignal('');
  const busy = useSignal(false);
  const addResult = useSignal<AddResult | null>(null);
  const id = useId();
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);

  const send = async (keep: KeepSecret) => {
    if (busy.value) return;
    if (pasted.value.trim() === '') {
      addResult.value = { ok: false, message: messages.value.connect.nothingPasted, canKeepUntilQuit: false };
      box.current?.focus();
      return;
    }
    busy.value = true;
    addResult.value = null;
    announce(messages.value.connect.checking);
    const result = await connect(printer, pasted.value, keep);
    busy.value = false;
    if (result.ok) pasted.value = '';
    // If the user has left the screen, they stay where they are, but the result is still shown.
    if (!there.current) {
      showFailure(listTarget, result);
      return;
    }
    if (result.ok) {
      // No printer yet: there is a question to answer first, on the sign-in screen.
      if (result.printer === null) open({ name: 'connect', printer, way: 'sign-in' });
      else {
        if (printer === null) {
          showAdded(result.printer, 'paste');
          return;
        }
        announce(messages.value.connect.connectedAgain);
        backToPrinters(articleId(result.printer));
      }
      return;
    }
    addResult.value = result;
    announceMessage(result.message);
    box.current?.focus();
  };

  const { connect: texts, frame } = messages.value;
  const failed = addResult.value !== null && !addResult.value.ok ? addResult.value : null;
  return (
    <form
      class="paste-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send('keychain');
      }}
    >
      <label for={pasteBoxId}>{texts.pasteLabel}</label>
      <input
        ref={box}
        id={pasteBoxId}
        type="text"
        dir="ltr"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={20_000}
        readOnly={busy.value}
        aria-invalid={failed !== null}
        aria-describedby={failed === null ? `${id}-hint` : `${id}-error ${id}-hint`}
        value={pasted.value}
        onInput={(event) => {
          pasted.value = event.currentTarget.value;
        }}
      />
      {failed === null ? null : (
        <div id={`${id}-error`}>
          <MessageBox message={failed.message} tone="danger">
            {failed.canKeepUntilQuit ? (
              <button type="button" class="button" onClick={() => send('until-quit')}>
                {texts.keepUntilQuit}
              </button>
            ) : null}
          </MessageBox>
        </div>
      )}
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <div class="form-actions">
        <button type="submit" class={pasted.value.trim() === '' ? 'button' : 'button primary'} aria-busy={busy.value}>
          {texts.connect}
        </button>
        <button type="button" class="button plain" onClick={onCancel}>
          {frame.cancel}
        </button>
        {busy.value ? <p class="busy-words">{keychainAsks.value ?? texts.checking}</p> : null}
      </div>
    </form>
  );
}
