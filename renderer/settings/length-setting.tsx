import { useId } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import type { LengthChoice } from './choices.ts';

/** A length of time in seconds, chosen from a list. */
export function LengthSetting({
  label,
  explanation,
  choices,
  seconds,
  onChange,
}: {
  label: string;
  explanation: string;
  choices: readonly LengthChoice[];
  seconds: number;
  /** Whether the change went through; the list goes back when not. */
  onChange: (seconds: number) => Promise<boolean>;
}) {
  const id = useId();
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
          onChange={async ({ currentTarget: control }) => {
            if (!(await onChange(Number(control.value)))) control.value = String(seconds);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.seconds} value={choice.seconds}>
              {choice.words}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </div>
  );
}
