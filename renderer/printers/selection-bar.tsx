import { useRef } from 'preact/hooks';
import { useEdgeOfWindow } from '../components/edge-of-window.ts';
import { Icon } from '../components/icon.tsx';
import { messages } from '../messages.ts';
import { activeRow } from '../state/active-row.ts';
import { shownIds } from '../state/filter.ts';
import { articleId } from '../state/screen.ts';
import { deselect, selectAll, selectedIds, selecting } from '../state/selection.ts';
import { ChangeMenu } from './change-shown.tsx';

export const selectionMenuId = 'change-selected';

/** Below the list while rows are selected: their number, and what can be done with them. */
export function SelectionBar() {
  const bar = useRef<HTMLElement>(null);
  useEdgeOfWindow(bar, 'end', selecting.value);
  if (!selecting.value) return null;
  const selected = selectedIds.value;
  const all = shownIds.value.length;
  const texts = messages.value.selection;
  return (
    <section ref={bar} class="selection-bar" aria-label={texts.title} data-holds-order>
      <ChangeMenu id={selectionMenuId} printers={selected} title={texts.change(selected.length)} />
      {selected.length === all ? null : (
        <button type="button" class="button plain" onClick={selectAll}>
          {texts.all(all)}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={texts.none} title={texts.none} onClick={endSelecting}>
        <Icon name="close" />
      </button>
    </section>
  );
}

/** Deselects all rows. If the focus was in the bar, which disappears, it returns to the list. */
export function endSelecting(): void {
  const wasInBar = document.activeElement?.closest('.selection-bar') != null;
  const row = activeRow.peek();
  deselect();
  if (wasInBar && row !== null) {
    document.querySelector<HTMLElement>(`#${articleId(row)} .row-button`)?.focus({ preventScroll: true });
  }
}

/**
 * How far the menu reaches beyond the pointer, CSS px, so that the pointer is inside its rounded corner: on Linux and
 * macOS it opens while the button is pressed, and releasing the button outside of it would close it.
 */
const underPointer = 6;

/** Opens the actions for the selected rows at a position in the window, CSS px. */
export function showSelectionMenu({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): void {
  const menu = document.getElementById(selectionMenuId);
  if (menu === null) return;
  menu.showPopover();
  const { style } = menu;
  // What is fixed is placed in the window without its scrollbar's gutters.
  style.inset = '0 auto auto 0';
  const { left, top, width, height } = menu.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const place = (at: number, size: number, room: number) =>
    `${Math.max(0, Math.min(at - underPointer, room - size))}px`;
  style.inset = `${place(clientY - top, height, clientHeight)} auto auto ${place(clientX - left, width, clientWidth)}`;
  // That it has opened is reported too, later.
  const toggled = (event: Event) => {
    if (!(event instanceof ToggleEvent) || event.newState !== 'closed') return;
    style.removeProperty('inset');
    menu.removeEventListener('toggle', toggled);
  };
  menu.addEventListener('toggle', toggled);
  menu.querySelector('button')?.focus();
}
