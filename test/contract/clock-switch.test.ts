import { Message, Variant } from '@jellybrick/dbus-next';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { SessionBus } from '../../src/dbus/session-bus.ts';
import { clockSwitch } from '../../src/desktop/lifecycle/clock-switch.ts';
import { DesktopSession, isInstalled } from '../support/desktop/keychain-session.ts';
import { busAt } from '../support/desktop/session-bus.mjs';

vi.mock('electron', () => ({ systemPreferences: {} }));

const gnome = { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' };
const soon = { timeout: 10_000, interval: 20 };

/** A session bus with a portal on it, whose user has set the clock of GNOME to `format`; null for a portal without it. */
async function desktopWith(format: string | null) {
  const session = new DesktopSession();
  await session.startBus();
  const busAddress = session.environment['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  const desktop = busAt(busAddress);
  const bus = new SessionBus(busAddress);
  onTestFinished(() => {
    desktop.disconnect();
    bus.close();
  });
  let reads = 0;
  desktop.addMethodHandler((call: Message) => {
    if (call.interface !== 'org.freedesktop.portal.Settings' || call.member !== 'Read') return false;
    reads += 1;
    const reply =
      format === null
        ? Message.newError(call, 'org.freedesktop.portal.Error.NotFound', 'Requested setting not found')
        : Message.newMethodReturn(call, 'v', [new Variant('v', new Variant('s', format))]);
    desktop.send(reply);
    return true;
  });
  await desktop.requestName('org.freedesktop.portal.Desktop', 0);
  const change = (namespace: string, key: string, to: string) =>
    desktop.send(
      Message.newSignal('/org/freedesktop/portal/desktop', 'org.freedesktop.portal.Settings', 'SettingChanged', 'ssv', [
        namespace,
        key,
        new Variant('s', to),
      ]),
    );
  return { bus, change, reads: () => reads };
}

describe.runIf(process.platform === 'linux' && isInstalled('dbus-daemon'))('the clock of GNOME', () => {
  it('is read on first use, and followed', async () => {
    const { bus, change, reads } = await desktopWith('12h');
    const clock = clockSwitch(bus, gnome);
    expect(clock()).toBeNull();
    await vi.waitFor(() => expect(clock()).toBe('12-hour'), soon);
    change('org.gnome.desktop.interface', 'font-name', '24h');
    change('org.gnome.desktop.interface', 'clock-format', '24h');
    await vi.waitFor(() => expect(clock()).toBe('24-hour'), soon);
    expect(reads()).toBe(1);
  });

  it('leaves the choice to the region if the portal has no value or an unknown one', async () => {
    for (const format of [null, 'metric']) {
      const { bus, reads } = await desktopWith(format);
      const clock = clockSwitch(bus, gnome);
      clock();
      await vi.waitFor(() => expect(reads()).toBe(1), soon);
      expect(clock()).toBeNull();
    }
  });

  it('is not queried on other desktops', async () => {
    const { bus, reads } = await desktopWith('12h');
    expect(clockSwitch(bus, { XDG_CURRENT_DESKTOP: 'KDE' })()).toBeNull();
    expect(clockSwitch(null, gnome)()).toBeNull();
    expect(reads()).toBe(0);
  });
});
