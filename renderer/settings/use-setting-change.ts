import { useEffect, useId } from 'preact/hooks';
import { announce } from '../state/announcements.ts';
import { dismiss, type MessageTarget, showFailure } from '../state/failures.ts';
import type { SettingsStep } from '../state/newest-settings.ts';
import { changeSettings } from '../state/settings.ts';

/** Applies changes of one setting; why one was refused is shown at `place`, right where it was made. */
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
