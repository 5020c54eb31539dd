import { join } from 'node:path';
import { app, dialog } from 'electron';
import { languageOf } from '../../domain/language.ts';
import { type Messages, messagesFor } from '../../i18n/messages.ts';
import { createLog } from '../../logging/log.ts';
import { dialogResult } from '../window/dialog-result.ts';
import { systemLanguages } from './system-languages.ts';

/**
 * Handles a failed start: logs the error in `profile` (absolute), shows it in a system dialog and exits with code 1
 * when that is closed. A process without an icon would be useless.
 */
export async function showStartError(error: unknown, profile: string): Promise<void> {
  const logFolder = join(profile, 'logs');
  const log = createLog({ folder: logFolder, stderr: true });
  log.error('Could not start', error);
  await log.open();
  await endWith(({ noStart }) => ({ title: noStart.title, text: noStart.text(logFolder) }));
}

/** Reports in a dialog that a file is in the place of the folder `profile` (absolute), then exits with code 1. */
export async function showFileInPlace(profile: string): Promise<void> {
  process.stderr.write(`A file is in the place of the folder ${profile}\n`);
  await endWith(({ noStart }) => ({ title: noStart.title, text: noStart.fileInPlace(profile) }));
}

async function endWith(say: (crash: Messages['crash']) => { readonly title: string; readonly text: string }) {
  const { title, text } = say(messagesFor(languageOf('system', systemLanguages())).crash);
  // Not `showErrorBox`: while that is open, nothing ends the process but SIGKILL, not even the end of the session.
  const box = { type: 'error' as const, title: 'OctoGlance', message: title, detail: text, buttons: ['OK'] };
  await dialogResult(dialog.showMessageBox(box)).catch(() => undefined);
  app.exit(1);
}
