import { type BrowserWindow, Menu } from 'electron';

/** Labels of the text entries. */
export interface TextMenuLabels {
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
}

/** The parts of Electron's `ContextMenuParams` used here. */
export type TextUnderPointer = Pick<Electron.ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>;

/** The menu for a text field or selected text; null if there is neither. */
function textMenu(
  { isEditable, selectionText, editFlags }: TextUnderPointer,
  labels: TextMenuLabels,
): Electron.MenuItemConstructorOptions[] | null {
  if (isEditable) {
    return [
      { role: 'undo', label: labels.undo, enabled: editFlags.canUndo },
      { role: 'redo', label: labels.redo, enabled: editFlags.canRedo },
      { type: 'separator' },
      { role: 'cut', label: labels.cut, enabled: editFlags.canCut },
      { role: 'copy', label: labels.copy, enabled: editFlags.canCopy },
      { role: 'paste', label: labels.paste, enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: labels.selectAll, enabled: editFlags.canSelectAll },
    ];
  }
  if (selectionText.trim() === '') return null;
  return [{ role: 'copy', label: labels.copy, enabled: editFlags.canCopy }];
}

/** Shows that menu on a right click or the keyboard's menu key. `labels` is called each time. */
export function offerTextMenu(window: BrowserWindow, labels: () => TextMenuLabels): void {
  window.webContents.on('context-menu', (_event, params) => {
    const entries = textMenu(params, labels());
    if (entries !== null) Menu.buildFromTemplate(entries).popup({ window, x: params.x, y: params.y });
  });
}

export type ChoiceEntry<Choice> =
  | { readonly choice: Choice; readonly label: string; readonly checked?: boolean; readonly enabled?: boolean }
  | 'separator';

/** Some desktops report a click shortly after the menu has closed, ms. */
const clickAfterClose = 300;

/**
 * Shows a menu at a position in the window, in CSS pixels. Resolves to the choice, or null if the menu was closed.
 * Never rejects.
 */
export function chooseFromMenu<Choice>(
  window: BrowserWindow,
  entries: readonly ChoiceEntry<Choice>[],
  at: { readonly x: number; readonly y: number },
): Promise<Choice | null> {
  return new Promise((resolve) => {
    const template = entries.map((entry): Electron.MenuItemConstructorOptions => {
      if (entry === 'separator') return { type: 'separator' };
      const { choice, label, checked, enabled = true } = entry;
      const isChoice = checked === undefined ? {} : { type: 'checkbox' as const, checked };
      return { label, enabled, ...isChoice, click: () => resolve(choice) };
    });
    Menu.buildFromTemplate(template).popup({
      window,
      x: Math.round(at.x),
      y: Math.round(at.y),
      callback: () => void setTimeout(() => resolve(null), clickAfterClose),
    });
  });
}
