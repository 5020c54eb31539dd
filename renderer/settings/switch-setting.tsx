import type { ComponentChildren } from 'preact';
import { FailureLine } from '../components/failure-line.tsx';
import { SwitchRow } from '../components/switch-row.tsx';
import type { SettingsStep } from '../state/newest-settings.ts';
import { useSettingChange } from './use-setting-change.ts';

/** A setting that is on or off. `id` if something links to its switch; children are shown next to it. */
export function SwitchSetting({
  id,
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
  const { target, apply } = useSettingChange();
  return (
    <SwitchRow
      id={id}
      label={label}
      hint={explanation}
      on={on}
      disabled={disabled}
      set={(wanted) => apply(change(wanted))}
      beside={children}
      below={<FailureLine target={target} />}
    />
  );
}
