import { useRef } from 'preact/hooks';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import { longestTag } from '../../src/domain/tags.ts';
import { Icon } from '../components/icon.tsx';
import { useCloseOnResize } from '../components/menu-resize.ts';
import { messages } from '../messages.ts';
import { filtering, shownIds } from '../state/filter.ts';
import { viewOf } from '../state/fleet.ts';
import { selecting } from '../state/selection.ts';
import { muteSeveral, refreshSeveral, setSeveralOff, tagPrinters } from './several.ts';

const shownMenu = 'change-shown';

/** Actions for all printers that match the filter, such as those with one tag; hidden while some are selected. */
export function ChangeShown() {
  const shown = shownIds.value;
  if (!filtering.value || shown.length === 0 || selecting.value) return null;
  const texts = messages.value.tags;
  return (
    <ChangeMenu
      id={shownMenu}
      printers={shown}
      title={shown.length === 1 ? texts.forOne : texts.forShown(shown.length)}
    />
  );
}

/** A button with a menu of actions for several printers. */
export function ChangeMenu({ id, printers, title }: { id: string; printers: readonly PrinterId[]; title: string }) {
  const menu = useRef<HTMLFieldSetElement>(null);
  useCloseOnResize(menu);
  const texts = messages.value.tags;
  const views = printers.flatMap((printer) => viewOf(printer)?.value ?? []);
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
      <button type="button" class="button change-shown" popovertarget={id}>
        {title}
        <Icon name="down" />
      </button>
      <fieldset ref={menu} id={id} popover="auto" class="menu change-shown-menu">
        <legend class="visually-hidden">{title}</legend>
        {entry(
          texts.refresh,
          () => true,
          () => refreshSeveral(printers),
        )}
        {entry(
          texts.mute,
          ({ muted }) => !muted,
          () => muteSeveral(printers, true),
        )}
        {entry(
          texts.unmute,
          ({ muted }) => muted,
          () => muteSeveral(printers, false),
        )}
        {entry(
          texts.off,
          ({ offOnPurpose }) => !offOnPurpose,
          () => setSeveralOff(printers, true),
        )}
        {entry(
          texts.notOff,
          ({ offOnPurpose }) => offOnPurpose,
          () => setSeveralOff(printers, false),
        )}
        <TagForm
          submit={(tag) => {
            menu.current?.hidePopover();
            return tagPrinters(printers, tag, true);
          }}
        />
      </fieldset>
    </>
  );
}

/** A field for a new tag, which stays in it if `submit` resolves to false. */
export function TagForm({ submit }: { submit: (tag: string) => Promise<boolean> }) {
  const texts = messages.value.tags;
  return (
    <form
      class="tag-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const field = event.currentTarget.querySelector('input');
        const typed = field?.value ?? '';
        if (field === null || typed.trim() === '') return;
        const done = await submit(typed.trim());
        // More may have been typed meanwhile.
        if (done && field.value === typed) field.value = '';
      }}
    >
      <input
        type="text"
        aria-label={texts.field}
        placeholder={texts.field}
        maxLength={longestTag}
        autocomplete="off"
        spellcheck={false}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.currentTarget.value === '') return;
          // Otherwise it would close the menu or leave the details, and what was typed would be lost.
          event.preventDefault();
          event.currentTarget.value = '';
        }}
      />
      <button type="submit" class="button">
        {texts.add}
      </button>
    </form>
  );
}
