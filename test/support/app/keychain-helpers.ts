import { readdirSync, readFileSync } from 'node:fs';
import type { RunningApp } from './spawn-app.ts';

/** Returns the process ids of an app's keychain helpers, even if they outlived their app. */
export function keychainHelpers(app: RunningApp): readonly number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => {
      try {
        const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8');
        // Chromium passes the profile to all its processes.
        return command.includes('node.mojom.NodeService') && command.includes(`--user-data-dir=${app.profile}`);
      } catch {
        // It has ended meanwhile.
        return false;
      }
    })
    .map(Number);
}
