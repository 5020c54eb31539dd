import { useMessageTarget } from '../components/use-message-target.ts';
import { type MessageTarget, showFailure } from '../state/failures.ts';
import type { SettingsStep } from '../state/newest-settings.ts';
import { changeSettings } from '../state/settings.ts';

/** Applies changes of one setting; if one is refused, the reason is shown at `target`, next to the setting. */
export function useSettingChange(): {
  readonly target: MessageTarget;
  readonly apply: (step: SettingsStep) => Promise<boolean>;
} {
  const target = useMessageTarget();
  const apply = async (step: SettingsStep) => showFailure(target, await changeSettings(step));
  return { target, apply };
}
