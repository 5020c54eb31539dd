import { BrowserWindow, dialog } from 'electron';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** The button that does it; without one there is nothing to choose. */
  readonly confirm: string | null;
  readonly close: string;
}

/** Asks the user in a dialog of the system. Resolves to whether they confirmed; closing it is a no, and so is Enter. */
export async function askUser({ title, text, confirm, close }: Question): Promise<boolean> {
  const options: Electron.MessageBoxOptions = {
    type: confirm === null ? 'info' : 'warning',
    message: title,
    detail: text,
    buttons: confirm === null ? [close] : [close, confirm],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const parent = BrowserWindow.getAllWindows()[0];
  const { response } = await (parent === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(parent, options));
  return response === 1;
}
