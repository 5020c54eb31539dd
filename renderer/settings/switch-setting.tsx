import { useId } from 'preact/hooks';

/** A setting that is on or off. */
export function SwitchSetting({
  label,
  explanation,
  on,
  onChange,
}: {
  label: string;
  explanation: string;
  on: boolean;
  /** Whether the change went through; the switch goes back when not. */
  onChange: (on: boolean) => Promise<boolean>;
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
      <input
        id={id}
        class="switch"
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
        role="switch"
        aria-describedby={`${id}-hint`}
        checked={on}
        onChange={async ({ currentTarget: control }) => {
          const wanted = control.checked;
          if (!(await onChange(wanted))) control.checked = !wanted;
        }}
      />
    </div>
  );
}
