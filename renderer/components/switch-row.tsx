import { useId } from 'preact/hooks';

/** A switch with its label and what it means. */
export function SwitchRow({
  label,
  hint,
  on,
  set,
}: {
  label: string;
  hint: string;
  on: boolean;
  set: (on: boolean) => unknown;
}) {
  const id = useId();
  return (
    <div class="setting">
      <div class="setting-words">
        <label for={id}>{label}</label>
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
      <span class="setting-control">
        <input
          id={id}
          class="switch"
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
          role="switch"
          aria-describedby={`${id}-hint`}
          checked={on}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />
      </span>
    </div>
  );
}
