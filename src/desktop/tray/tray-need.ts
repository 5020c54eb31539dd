import { busDaemon } from '../../dbus/bus-daemon.ts';
import type { SessionBus } from '../../dbus/session-bus.ts';
import { type Milliseconds, SECOND } from '../../domain/time.ts';
import type { TrayNeed } from '../../domain/tray-need.ts';

const timeLimit: Milliseconds = 2 * SECOND;

/** The session bus names that desktops own while running. */
const running: readonly (readonly [string, TrayNeed])[] = [
  ['org.gnome.Shell', 'gnome-extension'],
  ['org.kde.plasmashell', 'panel'],
  ['org.xfce.Panel', 'panel'],
  ['org.mate.panel', 'panel'],
  ['org.Cinnamon', 'panel'],
];

/**
 * Compositors and window managers that leave the bar to the user. Each sets its own variable, even where nothing sets
 * XDG's.
 */
const barless = ['SWAYSOCK', 'HYPRLAND_INSTANCE_SIGNATURE', 'NIRI_SOCKET', 'I3SOCK', 'WAYFIRE_SOCKET'] as const;
const barlessNames = /^(sway|hyprland|niri|i3|wayfire|river|labwc|wlroots|dwl|qtile|awesome|bspwm|openbox)$/i;
const panelNames = /^(kde|xfce|mate|x-cinnamon|cinnamon|lxqt|lxde|budgie|unity|deepin|dde)$/i;

/** What this desktop needs to show tray icons, judged by what is running, else by the session's name. Never rejects. */
export async function trayNeed(bus: SessionBus, environment: NodeJS.ProcessEnv): Promise<TrayNeed> {
  const owned = await Promise.all(
    running.map(([name]) =>
      bus.call({ ...busDaemon, member: 'NameHasOwner', signature: 's', body: [name], timeLimit: timeLimit }),
    ),
  );
  const found = running.find((_, index) => owned[index]?.kind === 'returned' && owned[index].body[0] === true);
  return found?.[1] ?? needOfSession(environment);
}

function needOfSession(environment: NodeJS.ProcessEnv): TrayNeed {
  const names = (environment['XDG_CURRENT_DESKTOP'] ?? '').split(':');
  if (names.some((name) => /^gnome(-|$)/i.test(name))) return 'gnome-extension';
  if (names.some((name) => panelNames.test(name))) return 'panel';
  const isBarless = names.some((name) => barlessNames.test(name)) || barless.some((name) => environment[name]);
  return isBarless ? 'bar' : 'unknown';
}
