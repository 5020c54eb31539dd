import { type FSWatcher, watch } from 'node:fs';
import type { Milliseconds } from '../../domain/time.ts';

/** Tools replace the time zone file in several steps. */
const settled: Milliseconds = 500;

/**
 * Calls `changed` after the system's time zone changed while the app runs: on Linux the main process keeps the time
 * zone it started with. Does nothing on other systems or if the environment sets a time zone. Returns a function that
 * stops watching. Never throws.
 *
 * Deleting `TZ` from the environment makes V8 reread the time zone (Node's `DateTimeConfigurationChangeNotification`).
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
