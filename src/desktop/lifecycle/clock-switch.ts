import { systemPreferences } from 'electron';
import type { SessionBus } from '../../dbus/session-bus.ts';
import type { Region } from '../../domain/region.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';

type Clock = Region['clock'];

/** Where GNOME stores its switch, and the portal through which programs read it (XDG Desktop Portal, `Settings`). */
const namespace = 'org.gnome.desktop.interface';
const key = 'clock-format';
const portal = {
  to: 'org.freedesktop.portal.Desktop',
  path: '/org/freedesktop/portal/desktop',
  interface: 'org.freedesktop.portal.Settings',
} as const;
const timeLimit: Milliseconds = 2 * SECOND;

/**
 * The desktop's own switch between 12 and 24 hours, which is separate from the region. Returns a function that returns
 * the switch's position; null where there is no switch or its position is not known yet. Never throws.
 */
export function clockSwitch(bus: SessionBus | null, environment: NodeJS.ProcessEnv): () => Clock | null {
  if (process.platform === 'darwin') return macClock;
  const isGnome = /(^|:)GNOME(:|$|-)/i.test(environment['XDG_CURRENT_DESKTOP'] ?? '');
  return bus === null || !isGnome ? () => null : gnomeClock(bus);
}

/** macOS only stores these if the user chose other than what the region has. */
function macClock(): Clock | null {
  if (systemPreferences.getUserDefault('AppleICUForce24HourTime', 'boolean')) return '24-hour';
  return systemPreferences.getUserDefault('AppleICUForce12HourTime', 'boolean') ? '12-hour' : null;
}

/** Asks with the first use and follows changes from then on. */
function gnomeClock(bus: SessionBus): () => Clock | null {
  let position: Clock | null = null;
  let follows = false;
  return () => {
    if (!follows) {
      follows = true;
      bus.onSignal({ sender: portal.to, interface: portal.interface }, ({ member, body }) => {
        if (member === 'SettingChanged' && body[0] === namespace && body[1] === key) position = positionOf(body[2]);
      });
      void bus.call({ ...portal, member: 'Read', signature: 'ss', body: [namespace, key], timeLimit }).then((reply) => {
        if (reply.kind === 'returned') position = positionOf(reply.body[0]);
      });
    }
    return position;
  };
}

function positionOf(value: unknown): Clock | null {
  return value === '24h' ? '24-hour' : value === '12h' ? '12-hour' : null;
}
