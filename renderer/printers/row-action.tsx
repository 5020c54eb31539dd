import type { PrinterView } from '../../src/contract/printer-view.ts';
import { messages } from '../messages.ts';
import { beginSignIn } from '../state/sign-in.ts';
import { openHelp, openPage } from './requests.ts';

/**
 * The main action for a printer: what solves its problem, else opening its page. It is part of the row's Tab stop and
 * reached with arrow keys.
 */
export function RowAction({ printer }: { printer: PrinterView }) {
  const action = actionOf(printer);
  if (action === null) return null;
  const { label, name, run } = action;
  return (
    <button
      type="button"
      class={`button row-action${printer.action === 'reconnect' ? ' primary' : ''}`}
      tabIndex={-1}
      aria-label={messages.value.rows.named(name, printer.name)}
      onClick={run}
    >
      {label}
    </button>
  );
}

interface Action {
  readonly label: string;
  /** The full label, for screen readers outside the row. */
  readonly name: string;
  readonly run: () => unknown;
}

function actionOf({ id, action, canOpen }: PrinterView): Action | null {
  const { rows, printer } = messages.value;
  switch (action) {
    case 'reconnect':
      return { label: printer.reconnect, name: printer.reconnect, run: () => beginSignIn(id, id) };
    case 'perks':
      return { label: rows.learnMore, name: rows.learnMore, run: () => openHelp(id, 'perks') };
    case 'get-started':
      return { label: rows.setUpGuide, name: rows.setUpGuide, run: () => openHelp(id, 'get-started') };
    case null:
      return canOpen ? { label: rows.open, name: printer.open, run: () => openPage(id) } : null;
  }
}
