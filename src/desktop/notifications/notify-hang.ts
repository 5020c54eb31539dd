import { connectToSessionBus } from '../../dbus/bus-connection.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';

/** How long the desktop may take in total, ms; then the process ends whatever the result. */
const timeLimit: Milliseconds = 2 * SECOND;

/**
 * Shows a notification on Linux that the running app doesn't respond: someone who started this one from a menu sees no
 * stderr. Resolves within two seconds and never rejects; without a notification server nothing is shown. Source:
 * freedesktop.org, Desktop Notifications Specification 1.2, `Notify`.
 */
export async function notifyOfHang(title: string, text: string): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, timeLimit));
  await Promise.race([notify(title, text).catch(() => {}), late]);
}

async function notify(title: string, text: string): Promise<void> {
  const bus = await connectToSessionBus(undefined, { signal: () => {}, lost: () => {} }, SECOND);
  await bus?.call({
    to: 'org.freedesktop.Notifications',
    path: '/org/freedesktop/Notifications',
    interface: 'org.freedesktop.Notifications',
    member: 'Notify',
    signature: 'susssasa{sv}i',
    body: ['OctoGlance', 0, 'octoglance', title, text, [], {}, -1],
  });
  bus?.close();
}
