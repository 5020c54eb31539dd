import { app } from 'electron';
import type { Answer } from '../ipc/contract.ts';
import { createLoginStart } from './login-start.ts';

const loginStart = createLoginStart({
  app,
  platform: process.platform,
  environment: process.env,
  executable: process.execPath,
});

/** Makes the system start the app, hidden, at each login, or stops it. Never rejects; says why it cannot. */
export async function applyStartAtLogin(enabled: boolean): Promise<Answer> {
  return loginStart.apply(enabled);
}

/** Whether the system starts the app at login; repairs an entry that points to where the app was before. */
export function startsAtLogin(): boolean {
  return loginStart.isEnabled();
}

/** True where the app was started at login without `--hidden` reaching it (macOS): then no window is wanted either. */
export function wasStartedAtLogin(): boolean {
  return loginStart.wasStartedAtLogin();
}
