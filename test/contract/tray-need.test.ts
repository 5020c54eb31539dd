import { describe, expect, it, onTestFinished } from 'vitest';
import { SessionBus } from '../../src/dbus/session-bus.ts';
import { trayNeed } from '../../src/desktop/tray/tray-need.ts';
import { DesktopSession, isInstalled } from '../support/desktop/keychain-session.ts';
import { busAt } from '../support/desktop/session-bus.mjs';

/** What a desktop with those names on its bus needs. */
async function needOf(names: readonly string[], environment: NodeJS.ProcessEnv) {
  const session = new DesktopSession();
  await session.startBus();
  const busAddress = session.environment['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  const desktop = busAt(busAddress);
  const bus = new SessionBus(busAddress);
  onTestFinished(() => {
    desktop.disconnect();
    bus.close();
  });
  for (const name of names) await desktop.requestName(name, 0);
  return trayNeed(bus, environment);
}

describe.runIf(process.platform === 'linux' && isInstalled('dbus-daemon'))('A desktop without tray icons needs', () => {
  it.each([
    [['org.gnome.Shell'], {}, 'gnome-extension'],
    // The running desktop counts, not what an old session left in the environment.
    [['org.gnome.Shell'], { XDG_CURRENT_DESKTOP: 'KDE', SWAYSOCK: '/run/old' }, 'gnome-extension'],
    [['org.kde.plasmashell'], { XDG_CURRENT_DESKTOP: 'GNOME' }, 'panel'],
    [[], { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, 'gnome-extension'],
    [[], { XDG_CURRENT_DESKTOP: 'GNOME-Classic:GNOME' }, 'gnome-extension'],
    [[], { XDG_CURRENT_DESKTOP: 'KDE' }, 'panel'],
    [[], { XDG_CURRENT_DESKTOP: 'X-Cinnamon' }, 'panel'],
    [[], { XDG_CURRENT_DESKTOP: 'sway' }, 'bar'],
    [[], { XDG_CURRENT_DESKTOP: 'Hyprland' }, 'bar'],
    [[], { SWAYSOCK: '/run/user/1000/sway-ipc.sock' }, 'bar'],
    [[], { NIRI_SOCKET: '/run/user/1000/niri.sock' }, 'bar'],
    [[], {}, 'unknown'],
  ])('with %j running and %j: %s', async (names, environment, need) => {
    expect(await needOf(names, environment)).toBe(need);
  });

  it('an unknown component, without a bus', async () => {
    const bus = new SessionBus('unix:path=/nonexistent/bus');
    onTestFinished(() => bus.close());
    expect(await trayNeed(bus, {})).toBe('unknown');
  });
});
