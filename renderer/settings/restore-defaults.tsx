import type { Settings } from '../../src/domain/settings.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { messages } from '../messages.ts';
import { announce } from '../state/announcements.ts';
import { useSettingChange } from './use-setting-change.ts';

/** Resets every setting to its default. */
export function RestoreDefaults({ defaults }: { defaults: Settings }) {
  const { target, apply } = useSettingChange();
  const restore = async () => {
    if (await apply(() => defaults)) announce(messages.value.settings.restored);
  };
  return (
    <div class="group-after">
      <button type="button" class="button" onClick={restore}>
        {messages.value.settings.restore}
      </button>
      <FailureLine target={target} />
    </div>
  );
}
