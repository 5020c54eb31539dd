import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Message } from '../domain/message.ts';

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

export const noTrayMessage: Message = {
  title: 'This desktop shows no tray icons',
  text: 'OctoGlance watches on, but you cannot see its icon. On GNOME install the extension “AppIndicator and KStatusNotifierItem Support”, then log in again. Starting OctoGlance a second time always opens this window.',
  smallPrint: null,
};
