import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { FailureLine } from '../components/failure-line.tsx';
import type { SettingsStep } from '../state/newest-settings.ts';
import { useSettingChange } from './use-setting-change.ts';

/** A setting that is on or off. `id` if something links to its switch; children are shown next to it. */
export function SwitchSetting({
  id: givenId,
  label,
  explanation,
  on,
  disabled = false,
  change,
  children,
}: {
  id?: string;
  label: string;
  explanation: string;
  on: boolean;
  disabled?: boolean;
  change: (on: boolean) => SettingsStep;
  children?: ComponentChildren;
}) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const { place, apply } = useSettingChange();
  return (
    <div class="setting">
      <div class="setting-words">
        <label for={id}>{label}</label>
        <p class="hint" id={`${id}-hint`}>
          {explanation}
        </p>
      </div>
      <span class="setting-control">
        {children}
        <input
          id={id}
          class="switch"
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
          role="switch"
          aria-describedby={`${id}-hint`}
          checked={on}
          disabled={disabled}
          onChange={({ currentTarget }) => apply(change(currentTarget.checked))}
        />
      </span>
      <FailureLine place={place} />
    </div>
  );
}
