import { setTimeout as wait } from 'node:timers/promises';
import type { BusReply } from '../../dbus/bus-connection.ts';
import { busDaemon } from '../../dbus/bus-daemon.ts';
import type { SessionBus } from '../../dbus/session-bus.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';

const portal = 'org.freedesktop.portal.Desktop';

const peer = {
  path: '/org/freedesktop/portal/desktop',
  interface: 'org.freedesktop.DBus.Peer',
  member: 'Ping',
} as const;

/** How often a portal is checked while its dialog is open. */
const usualInterval: Milliseconds = 3 * SECOND;

/** A portal answers a ping at once, whatever its dialogs are waiting for. */
const pingLimit: Milliseconds = 3 * SECOND;

/**
 * Watches the desktop portal, which shows file dialogs on some Linux desktops: if it ends or hangs, Electron waits for
 * its response forever (seen on 33). Resolves to whether that happened before `closed` is aborted. Where no portal
 * runs, dialogs are the app's own, and nothing is watched. Source: XDG Desktop Portal documentation, `FileChooser`.
 * Never rejects.
 */
export async function portalLost(
  bus: Pick<SessionBus, 'call'>,
  closed: AbortSignal,
  interval: Milliseconds = usualInterval,
): Promise<boolean> {
  let silent = 0;
  let owner: string | null = null;
  while (!closed.aborted) {
    const reply: BusReply = await bus.call({ ...busDaemon, member: 'GetNameOwner', signature: 's', body: [portal] });
    const now: string | null = reply.kind === 'no-answer' ? owner : ownerIn(reply);
    if (owner !== null && now !== owner) return !closed.aborted;
    owner = now;
    if (owner !== null) {
      const { kind } = await bus.call({ ...peer, to: owner, timeLimit: pingLimit });
      silent = kind === 'no-answer' ? silent + 1 : 0;
      // Once may be a busy computer.
      if (silent === 2) return !closed.aborted;
    }
    await wait(interval, undefined, { signal: closed }).catch(() => undefined);
  }
  return false;
}

/** The owner's unique name; null if the name has none, or if the bus is gone. */
function ownerIn(reply: BusReply): string | null {
  return reply.kind === 'returned' && typeof reply.body[0] === 'string' ? reply.body[0] : null;
}
