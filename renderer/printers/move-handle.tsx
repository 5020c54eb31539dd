import { computed } from '@preact/signals';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import { Icon } from '../components/icon.tsx';
import { isOverlaid } from '../components/overlay.ts';
import { messages } from '../messages.ts';
import { announce } from '../state/announcements.ts';
import { printerIds } from '../state/fleet.ts';
import type { Group } from '../state/group-printers.ts';
import { dragPrinter } from './drag-printer.ts';
import { moveBy } from './move-printer.ts';

const several = computed(() => printerIds.value.length > 1);

/**
 * Drags its printer to another place in the list; with the keyboard, the arrow keys move it. Running prints that are
 * sorted by their end have only its room.
 */
export function MoveHandle({ printer, group }: { printer: PrinterView; group: Group['key'] }) {
  if (!several.value) return null;
  if (group === 'printing') return <span class="move-handle-room" />;
  const texts = messages.value.printer;
  return (
    <button
      type="button"
      class="icon-button move-handle"
      tabIndex={-1}
      aria-label={texts.move(printer.name)}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      title={texts.moveTitle}
      onPointerDown={(event) => dragPrinter(event, printer.id)}
      onClick={({ detail: clicks }) => {
        // With the mouse, where a drag also ends with a click, no explanation is needed.
        if (clicks === 0) announce(texts.moveHow(printer.name));
      }}
      onKeyDown={(event) => {
        const step = stepOf(event.key);
        if (step === null || event.altKey) return;
        event.preventDefault();
        void moveBy(printer.id, step);
      }}
    >
      <Icon name="grip" />
    </button>
  );
}

/** Alt with an arrow key moves the printer that contains the focus. */
export function moveByKeys(event: KeyboardEvent): void {
  const step = stepOf(event.key);
  if (step === null || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const article = event.target instanceof Element ? event.target.closest<HTMLElement>('article[data-printer]') : null;
  const id = article?.dataset['printer'];
  if (id === undefined || isOverlaid()) return;
  event.preventDefault();
  void moveBy(id, step);
}

function stepOf(key: string): -1 | 1 | null {
  if (key === 'ArrowUp') return -1;
  return key === 'ArrowDown' ? 1 : null;
}
