import { app } from 'electron';
import type { Words } from '../domain/words/words.ts';
import { createLoginStart, type LoginStart } from './login-start.ts';

/** The start at login of this app on this system. */
export function systemLoginStart(words: () => Words): LoginStart {
  return createLoginStart({
    app,
    platform: process.platform,
    environment: process.env,
    executable: process.execPath,
    words,
  });
}
