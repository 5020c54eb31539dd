import { useEffect, useId } from 'preact/hooks';
import { announce } from '../state/announcements.ts';
import { dismiss, type MessageTarget, showFailure } from '../state/failures.ts';
import type { SettingsStep } from '../state/newest-settings.ts';
import { changeSettings } from '../state/settings.ts';

/** Applies changes of one setting; if one is refused, the reason is shown at `place`, next to the setting. */
export function useSettingChange(): {
  readonly place: MessageTarget;
  readonly apply: (step: SettingsStep) => Promise<boolean>;
} {
  const place = useId();
  useEffect(() => () => dismiss(place), [place]);
  const apply = async (step: SettingsStep) => {
    const answer = await changeSettings(step);
    if (!answer.ok) announce(`${answer.message.title}. ${answer.message.text}`);
    return showFailure(place, answer);
  };
  return { place, apply };
}
