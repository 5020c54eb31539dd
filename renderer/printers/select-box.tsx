import type { PrinterView } from '../../src/contract/printer-view.ts';
import { messages } from '../messages.ts';
import { isSelected, select } from '../state/selection.ts';

/** The check box that selects a row. It is visible while the row is pointed at or focused, or any row is selected. */
export function SelectBox({ printer, selected }: { printer: PrinterView; selected: boolean }) {
  return (
    <span class="select-box">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={messages.value.selection.select(printer.name)}
        checked={selected}
        onClick={({ shiftKey, currentTarget }) => {
          select(printer.id, shiftKey);
          // A range may end at a box that is ticked already, which the click has cleared.
          currentTarget.checked = isSelected(printer.id);
        }}
      />
    </span>
  );
}

/** Ctrl or Command with a click selects a row, Shift extends the selection to it. */
export function selectByClick(event: MouseEvent, id: PrinterView['id']): void {
  if (event.altKey || !(event.ctrlKey || event.metaKey || event.shiftKey)) return;
  event.preventDefault();
  event.stopPropagation();
  select(id, event.shiftKey);
}
