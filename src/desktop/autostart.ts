import { userInfo } from 'node:os';
import { app } from 'electron';
import type { Words } from '../domain/words/words.ts';
import { type AppImage, lastingProgram } from '../startup/app-image.ts';
import { sessionEnvironment } from '../startup/own-environment.ts';
import { createLoginStart, type LoginStart } from './login-start.ts';

/** The start at login of this app on this system; `image` is the AppImage that runs, or null. */
export function systemLoginStart(words: () => Words, image: AppImage | null): LoginStart {
  return createLoginStart({
    app,
    platform: process.platform,
    environment: sessionEnvironment(process.env, image, () => userInfo().homedir),
    executable: lastingProgram(image, process.execPath),
    words,
  });
}
