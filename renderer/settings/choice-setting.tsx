import { useId } from 'preact/hooks';
import { FailureLine } from '../components/failure-line.tsx';
import type { SettingsStep } from '../state/newest-settings.ts';
import { useSettingChange } from './use-setting-change.ts';

/** One of a few choices, all of them visible. */
export function ChoiceSetting<Value extends string>({
  label,
  explanation,
  choices,
  chosen,
  change,
}: {
  label: string;
  explanation: string;
  /** Each value with its label, in the order shown. */
  choices: Readonly<Record<Value, string>>;
  chosen: Value;
  change: (value: Value) => SettingsStep;
}) {
  const name = useId();
  const { target, apply } = useSettingChange();
  return (
    <fieldset class="setting" aria-describedby={`${name}-hint`}>
      <legend class="setting-words">
        {label}
        <span class="hint" id={`${name}-hint`}>
          {explanation}
        </span>
      </legend>
      <div class="segments">
        {(Object.entries(choices) as [Value, string][]).map(([value, text]) => (
          <label key={value} class="segment">
            <input
              type="radio"
              name={name}
              value={value}
              checked={chosen === value}
              onChange={() => apply(change(value))}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      <FailureLine target={target} />
    </fieldset>
  );
}
