import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { messages } from '../messages.ts';
import { isMac } from './is-mac.ts';
import { keyLabel } from './key-label.ts';
import { isOverlaid } from './overlay.ts';
import { isTyping } from './typing.ts';

const shown = signal(false);

/** Shows the keyboard shortcuts. */
export function showKeys(): void {
  shown.value = true;
}

/** The dialog with the window's keyboard shortcuts; opens on "?" outside text fields. */
export function ShortcutsDialog() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || isTyping(event.target) || isOverlaid()) return;
      event.preventDefault();
      showKeys();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return shown.value ? <OpenDialog /> : null;
}

function OpenDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const texts = messages.value.keys;
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      onClose={() => {
        shown.value = false;
      }}
    >
      <h2 id="keys-title">{texts.title}</h2>
      <dl class="keys">
        {texts.rows.map(({ keys, action }) => (
          <div key={action} class="keys-row">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{keyLabel(key, isMac)}</kbd>
              ))}
            </dt>
            <dd>{action}</dd>
          </div>
        ))}
      </dl>
      <div class="dialog-actions">
        <button type="button" class="button" autofocus onClick={() => dialog.current?.close()}>
          {texts.close}
        </button>
      </div>
    </dialog>
  );
}
