import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/**
 * A switch with its label and what it means. `set` resolves to false if the change was refused. `id` if something links
 * to it; `beside` and `below` are shown there.
 */
export function SwitchRow({
  id: givenId,
  label,
  hint,
  on,
  disabled = false,
  set,
  beside,
  below,
}: {
  id?: string | undefined;
  label: string;
  hint: string;
  on: boolean;
  disabled?: boolean;
  set: (on: boolean) => unknown;
  beside?: ComponentChildren;
  below?: ComponentChildren;
}) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <div class="setting">
      <div class="setting-words">
        <label for={id}>{label}</label>
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
      <span class="setting-control">
        {beside}
        <input
          id={id}
          class="switch"
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
          role="switch"
          aria-describedby={`${id}-hint`}
          checked={on}
          disabled={disabled}
          onChange={async ({ currentTarget }) => {
            const wanted = currentTarget.checked;
            const done = await set(wanted);
            // A refused change changes no property, so nothing is drawn again.
            if (done === false) currentTarget.checked = !wanted;
          }}
        />
      </span>
      {below}
    </div>
  );
}
