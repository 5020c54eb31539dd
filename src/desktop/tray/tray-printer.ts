import type { PrinterView, PrintView } from '../../contract/printer-view.ts';

const fields = [
  'id',
  'name',
  'status',
  'statusText',
  'staleSince',
  'action',
  'canOpen',
  'localIp',
  'muted',
  'offOnPurpose',
  'oftenOff',
] as const satisfies readonly (keyof PrinterView)[];

/** The picture marks what Gadget says, the menu shows the text. */
const printFields = ['text', 'gadget'] as const satisfies readonly (keyof PrintView)[];

/** All that the tray's icon, tooltip and menu use of a printer; it is updated only when something of this changes. */
export interface TrayPrinter extends Pick<PrinterView, (typeof fields)[number]> {
  readonly print: Pick<PrintView, (typeof printFields)[number]> | null;
}

/** Whether the tray icon, tooltip and menu would be the same for both, in the same language. */
export function sameInTray(before: TrayPrinter, now: TrayPrinter): boolean {
  if (before === now) return true;
  return (
    fields.every((field) => before[field] === now[field]) &&
    printFields.every((field) => before.print?.[field] === now.print?.[field])
  );
}
