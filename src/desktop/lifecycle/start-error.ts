import { join } from 'node:path';
import { app, dialog } from 'electron';
import { languageOf } from '../../domain/language.ts';
import { type Messages, messagesFor } from '../../i18n/messages.ts';
import { createLog } from '../../logging/log.ts';
import { systemLanguages } from './system-languages.ts';

/**
 * The app could not be put together: that goes into the log of `profile` (absolute), the user sees it in a box of the
 * system, and when it is closed the app ends with code 1. A process without an icon would be of no use to anybody.
 */
export async function tellOfFailedStart(error: unknown, profile: string): Promise<void> {
  const logFolder = join(profile, 'logs');
  const log = createLog({ folder: logFolder, stderr: true });
  log.error('Could not start', error);
  await log.open();
  endWith(({ noStart }) => ({ title: noStart.title, text: noStart.text(logFolder) }));
}

/** A file is where the folder `profile` (absolute) should be: told in a box, after which the app ends with code 1. */
export function tellOfFileInPlace(profile: string): void {
  process.stderr.write(`A file is in the place of the folder ${profile}\n`);
  endWith(({ noStart }) => ({ title: noStart.title, text: noStart.fileInPlace(profile) }));
}

function endWith(say: (crash: Messages['crash']) => { readonly title: string; readonly text: string }): void {
  const { title, text } = say(messagesFor(languageOf('system', systemLanguages())).crash);
  dialog.showErrorBox(title, text);
  app.exit(1);
}
