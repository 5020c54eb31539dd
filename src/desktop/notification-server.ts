import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Name and version of this Linux desktop's notification server, as it says; null when none answers, and on other systems,
 * which have their own. Source: `GetServerInformation` of the Desktop Notifications Specification. Never rejects.
 */
export async function notificationServer(): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  try {
    const { stdout } = await run(
      'dbus-send',
      [
        '--session',
        '--print-reply',
        '--dest=org.freedesktop.Notifications',
        '/org/freedesktop/Notifications',
        'org.freedesktop.Notifications.GetServerInformation',
      ],
      { timeout: 5_000 },
    );
    const [name, , version] = [...stdout.matchAll(/^\s+string "(.*)"$/gm)].map(([, value]) => value);
    return name === undefined ? null : [name, version].filter(Boolean).join(' ');
  } catch {
    return null;
  }
}
