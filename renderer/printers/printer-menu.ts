import { useEffect } from 'preact/hooks';
import type { PrinterMenuChoice } from '../../src/contract/contract.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import { isOverlaid } from '../components/overlay.ts';
import { isTyping } from '../components/typing.ts';
import { viewOf } from '../state/fleet.ts';
import { open } from '../state/screen.ts';
import { selectedIds } from '../state/selection.ts';
import { askToRemove } from './removing.ts';
import { copyLocalIp, copyName, mute, openPage, refreshPrinter, setOffOnPurpose } from './requests.ts';
import { showSelectionMenu } from './selection-bar.tsx';

/**
 * Opens a printer's menu on a right click, or on the keyboard's menu key; if it is one of several selected printers,
 * the menu for all of them. Fields and selected text have their own.
 */
export function usePrinterMenu(): void {
  useEffect(() => {
    document.addEventListener('contextmenu', onContextMenu);
    return () => document.removeEventListener('contextmenu', onContextMenu);
  }, []);
}

function onContextMenu(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || isTyping(target) || isOverlaid()) return;
  if (getSelection()?.toString() !== '') return;
  const id = target.closest<HTMLElement>('article[data-printer]')?.dataset['printer'];
  if (id === undefined) return;
  event.preventDefault();
  const selected = selectedIds.peek();
  if (selected.length > 1 && selected.includes(id)) showSelectionMenu(event);
  else void showMenu(id, event);
}

async function showMenu(id: PrinterId, { clientX, clientY }: MouseEvent): Promise<void> {
  const at = [Math.max(0, clientX), Math.max(0, clientY)] as const;
  // Refused if requested faster than a person can: then a menu is already open.
  const choice = await window.octoglance.request('choose-in-printer-menu', id, ...at).catch(() => null);
  if (choice !== null) await act(id, choice);
}

async function act(id: PrinterId, choice: PrinterMenuChoice): Promise<unknown> {
  const printer = viewOf(id)?.peek();
  if (printer === undefined) return;
  switch (choice) {
    case 'open':
      return openPage(id);
    case 'details':
      return open({ name: 'detail', printer: id });
    case 'refresh':
      return refreshPrinter(id);
    case 'copy-name':
      return copyName(id);
    case 'copy-local-ip':
      return copyLocalIp(id);
    case 'off-on-purpose':
      return setOffOnPurpose(printer, !printer.offOnPurpose);
    case 'mute':
      return mute(printer, !printer.muted);
    case 'reconnect':
      return open({ name: 'connect', printer: id, way: 'choose' });
    case 'remove':
      return askToRemove(id);
  }
}
