import { BrowserWindow, dialog } from 'electron';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** The label of the button that confirms; null if there is no choice. */
  readonly confirm: string | null;
  readonly close: string;
}

/** Asks the user in a system dialog. Resolves to whether they confirmed; closing it or pressing Enter does not. */
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
