import { readdirSync, readFileSync } from 'node:fs';
import type { RunningApp } from './spawn-app.ts';

/** The process ids of an app's keychain helpers, also of one that outlived its app. */
export function keychainHelpers(app: RunningApp): readonly number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => {
      try {
        const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8');
        // Chromium hands the profile on to all its processes.
        return command.includes('node.mojom.NodeService') && command.includes(`--user-data-dir=${app.profile}`);
      } catch {
        // It ended meanwhile.
        return false;
      }
    })
    .map(Number);
}
