import { join } from 'node:path';
import { app, dialog } from 'electron';
import { languageOf } from '../domain/language.ts';
import { wordsIn } from '../domain/words/words.ts';
import { createLog } from '../logging/log.ts';
import { systemLanguages } from './language.ts';

/**
 * The app could not be put together: that goes into the log of `profile` (absolute), the user is told in a box of the
 * system, and when it is closed the app ends with code 1. A process without an icon would be of no use to anybody.
 */
export async function tellOfFailedStart(error: unknown, profile: string): Promise<void> {
  const logFolder = join(profile, 'logs');
  const log = createLog({ folder: logFolder, stderr: true });
  log.error('Could not start', error);
  await log.open();
  const { title, text } = wordsIn(languageOf('system', systemLanguages())).crash.noStart;
  dialog.showErrorBox(title, text(logFolder));
  app.exit(1);
}
