import { useId, useRef } from 'preact/hooks';
import type { Settings } from '../../src/domain/settings.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { messages } from '../messages.ts';
import { announce } from '../state/announcements.ts';
import { useSettingChange } from './use-setting-change.ts';

/** Resets every setting to its default, once the user confirms. */
export function RestoreDefaults({ defaults }: { defaults: Settings }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { target, apply } = useSettingChange();
  const restore = async () => {
    dialog.current?.close();
    if (await apply(() => defaults)) announce(messages.value.settings.restored);
  };
  const { settings: texts, frame } = messages.value;
  return (
    <div class="group-after">
      <button type="button" class="button" onClick={() => dialog.current?.showModal()}>
        {texts.restore}
      </button>
      <FailureLine target={target} intoView />
      <dialog ref={dialog} aria-labelledby={id}>
        <h2 id={id}>{texts.restoreTitle}</h2>
        <p>{texts.restoreText}</p>
        <div class="dialog-actions">
          <button type="button" class="button" autofocus onClick={() => dialog.current?.close()}>
            {frame.cancel}
          </button>
          <button type="button" class="button danger solid" onClick={restore}>
            {texts.restore}
          </button>
        </div>
      </dialog>
    </div>
  );
}
