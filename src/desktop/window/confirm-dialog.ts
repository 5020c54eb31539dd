import { type BrowserWindow, dialog } from 'electron';
import { dialogResult } from './dialog-result.ts';

export interface Confirmation {
  readonly question: string;
  /** The consequences, below the question. */
  readonly detail: string;
  /** The label of the button that confirms; null for a message without a choice. */
  readonly yes: string | null;
  readonly no: string;
}

/**
 * Asks the user in a system dialog, above the app's window if it is open. Only a click on `yes` confirms; Enter,
 * Escape, closing the dialog and aborting `signal` don't. Never rejects.
 */
export async function confirmInDialog(
  parent: BrowserWindow | null,
  { question, detail, yes, no }: Confirmation,
  signal: AbortSignal = new AbortController().signal,
): Promise<boolean> {
  if (signal.aborted) return false;
  const options = {
    type: yes === null ? ('info' as const) : ('question' as const),
    title: 'OctoGlance',
    message: question,
    detail,
    buttons: yes === null ? [no] : [yes, no],
    defaultId: yes === null ? 0 : 1,
    cancelId: yes === null ? 0 : 1,
    noLink: true,
    signal,
  };
  try {
    const { response } = await dialogResult(
      parent === null ? dialog.showMessageBox(options) : dialog.showMessageBox(parent, options),
    );
    return yes !== null && response === 0 && !signal.aborted;
  } catch {
    return false;
  }
}
