import { type FSWatcher, watch } from 'node:fs';
import type { Milliseconds } from '../../domain/time.ts';

/** A tool that changes the zone replaces the file in more than one step. */
const settled: Milliseconds = 500;

/**
 * Calls `changed` after the system's time zone changed while the app runs: the main process on Linux keeps the one it began
 * with. Does nothing on other systems and where the environment names a zone. Returns how to end that. Never throws.
 *
 * Taking `TZ` out of the environment makes V8 reread the time zone (Node's `DateTimeConfigurationChangeNotification`).
 */
export function followTimeZone(changed: () => void, folder = '/etc', file = 'localtime'): () => void {
  if (process.platform !== 'linux' || process.env['TZ'] !== undefined) return () => {};
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher;
  try {
    watcher = watch(folder, { persistent: false }, (_event, name) => {
      if (name !== file) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        delete process.env['TZ'];
        changed();
      }, settled);
    });
  } catch {
    return () => {};
  }
  watcher.on('error', () => watcher.close());
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
