import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Whether this Linux desktop shows tray icons: asks the session bus for a StatusNotifier host, and takes "cannot tell"
 * for yes. Other systems always have a tray.
 */
export async function hasTrayHost(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  try {
    const { stdout } = await run(
      'dbus-send',
      [
        '--session',
        '--print-reply',
        '--dest=org.kde.StatusNotifierWatcher',
        '/StatusNotifierWatcher',
        'org.freedesktop.DBus.Properties.Get',
        'string:org.kde.StatusNotifierWatcher',
        'string:IsStatusNotifierHostRegistered',
      ],
      { timeout: 5_000 },
    );
    return !stdout.includes('boolean false');
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    return !/ServiceUnknown|NameHasNoOwner/.test(text);
  }
}
