import { useRef } from 'preact/hooks';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import { longestTag } from '../../src/domain/tags.ts';
import { Icon } from '../components/icon.tsx';
import { filtering, shownIds } from '../state/filter.ts';
import { viewOf } from '../state/fleet.ts';
import { words } from '../words.ts';
import { muteSeveral, refreshSeveral, setSeveralOff, tagPrinters } from './several.ts';

const menuId = 'change-shown';

/** Actions for all printers that match the filter, such as those with one tag. */
export function ChangeShown() {
  const menu = useRef<HTMLFieldSetElement>(null);
  const shown = shownIds.value;
  if (!filtering.value || shown.length === 0) return null;
  const texts = words.value.tags;
  const title = shown.length === 1 ? texts.forOne : texts.forShown(shown.length);
  const views = shown.flatMap((id) => viewOf(id)?.value ?? []);
  const entry = (label: string, isOffered: (view: PrinterView) => boolean, choose: () => unknown) =>
    views.some(isOffered) ? (
      <button
        type="button"
        class="menu-entry"
        onClick={() => {
          menu.current?.hidePopover();
          choose();
        }}
      >
        {label}
      </button>
    ) : null;
  return (
    <>
      <button type="button" class="button change-shown" popovertarget={menuId}>
        {title}
        <Icon name="down" />
      </button>
      <fieldset ref={menu} id={menuId} popover="auto" class="menu change-shown-menu">
        <legend class="visually-hidden">{title}</legend>
        {entry(
          texts.refresh,
          () => true,
          () => refreshSeveral(shown),
        )}
        {entry(
          texts.mute,
          ({ muted }) => !muted,
          () => muteSeveral(shown, true),
        )}
        {entry(
          texts.unmute,
          ({ muted }) => muted,
          () => muteSeveral(shown, false),
        )}
        {entry(
          texts.off,
          ({ offOnPurpose }) => !offOnPurpose,
          () => setSeveralOff(shown, true),
        )}
        {entry(
          texts.notOff,
          ({ offOnPurpose }) => offOnPurpose,
          () => setSeveralOff(shown, false),
        )}
        <TagForm
          submit={(tag) => {
            menu.current?.hidePopover();
            void tagPrinters(shown, tag, true);
          }}
        />
      </fieldset>
    </>
  );
}

/** A field for a new tag. */
export function TagForm({ submit }: { submit: (tag: string) => void }) {
  const texts = words.value.tags;
  return (
    <form
      class="tag-form"
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.querySelector('input');
        const tag = field?.value.trim() ?? '';
        if (field === null || tag === '') return;
        field.value = '';
        submit(tag);
      }}
    >
      <input
        type="text"
        aria-label={texts.field}
        placeholder={texts.field}
        maxLength={longestTag}
        autocomplete="off"
        spellcheck={false}
      />
      <button type="submit" class="button">
        {texts.add}
      </button>
    </form>
  );
}
