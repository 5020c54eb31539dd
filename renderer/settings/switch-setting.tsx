import type { ComponentChildren } from 'preact';
import { FailureLine } from '../components/failure-line.tsx';
import { SwitchRow } from '../components/switch-row.tsx';
import type { MessageTarget } from '../state/failures.ts';
import type { SettingsStep } from '../state/newest-settings.ts';
import { useSettingChange } from './use-setting-change.ts';

/**
 * A setting that is on or off. `id` if something links to its switch; `beside` draws what is next to it and shows its
 * failures at the same place.
 */
export function SwitchSetting({
  id,
  label,
  explanation,
  on,
  disabled = false,
  change,
  beside,
}: {
  id?: string;
  label: string;
  explanation: string;
  on: boolean;
  disabled?: boolean;
  change: (on: boolean) => SettingsStep;
  beside?: (target: MessageTarget) => ComponentChildren;
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
      beside={beside?.(target)}
      below={<FailureLine target={target} intoView />}
    />
  );
}
