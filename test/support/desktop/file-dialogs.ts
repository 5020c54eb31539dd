import type { DrivenApp } from '../app/app.ts';

/** Answers the system's file dialogs with `path`, or by closing them. */
export async function answerDialogs(app: DrivenApp, path: string | null): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    const canceled = chosen === null;
    dialog.showSaveDialog = async () => ({ canceled, filePath: chosen ?? '' });
    dialog.showOpenDialog = async () => ({ canceled, filePaths: chosen === null ? [] : [chosen] });
  }, path);
}
