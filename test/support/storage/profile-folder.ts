import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * electron-store imports the package `electron`, which outside Electron only returns the path of its executable and,
 * without this variable, would try to download it first.
 */
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/nowhere';

/** 2026-07-01T10:02:03.004Z */
export const noon = Date.UTC(2026, 6, 1, 10, 2, 3, 4);
export const stamp = '2026-07-01T10-02-03.004Z';

/** Creates an empty folder with a space and an umlaut in its name, removed after the test. */
export function profileFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance prüfung '));
  onTestFinished(() => {
    // A test may have made it read-only, and then only root could empty it.
    if (existsSync(folder)) chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  });
  return folder;
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder).sort();
}
