import { useId } from 'preact/hooks';
import { FailureLine } from '../components/failure-line.tsx';
import { Icon } from '../components/icon.tsx';
import type { SettingsStep } from '../state/newest-settings.ts';
import type { LengthChoice } from './choices.ts';
import { useSettingChange } from './use-setting-change.ts';

/** A duration in seconds, chosen from a list. */
export function LengthSetting({
  label,
  explanation,
  choices,
  seconds,
  disabled = false,
  change,
}: {
  label: string;
  explanation: string;
  choices: readonly LengthChoice[];
  seconds: number;
  disabled?: boolean;
  change: (seconds: number) => SettingsStep;
}) {
  const id = useId();
  const { target, apply } = useSettingChange();
  return (
    <div class="setting">
      <div class="setting-words">
        <label for={id}>{label}</label>
        <p class="hint" id={`${id}-hint`}>
          {explanation}
        </p>
      </div>
      <span class="select">
        <select
          id={id}
          aria-describedby={`${id}-hint`}
          value={seconds}
          disabled={disabled}
          onChange={({ currentTarget }) => apply(change(Number(currentTarget.value)))}
        >
          {choices.map((choice) => (
            <option key={choice.seconds} value={choice.seconds}>
              {choice.text}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
      <FailureLine target={target} />
    </div>
  );
}
