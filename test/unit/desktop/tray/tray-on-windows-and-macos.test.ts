import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TrayMenuEntry } from '../../../../src/desktop/tray/menu-entry.ts';
import type { recordedElectron } from '../../../support/desktop/recorded-electron.ts';

vi.mock('electron', async () => (await import('../../../support/desktop/recorded-electron.ts')).recordedElectron);

const pictures = {
  icon: (look: { state: string; stale: boolean }, coloured: boolean) =>
    `${look.state}${look.stale ? ' stale' : ''}${coloured ? ' in colour' : ''}`,
  entry: ({ state }: { state: string }) => state,
} as never;
const command = (label: string): TrayMenuEntry => ({
  kind: 'command',
  label,
  enabled: true,
  command: { do: 'show-settings' },
});
const glance = (state: 'online' | 'offline', tooltip: string) =>
  ({ state, stale: false, tooltip, headline: tooltip }) as const;

const here = process.platform;

/** Sets up the tray icon as on `platform`. */
async function trayOn(platform: 'win32' | 'darwin') {
  vi.resetModules();
  Object.defineProperty(process, 'platform', { value: platform });
  // The module under test gets Electron from the mock, and so does the test, to see the same recording.
  const { Tray } = (await import('electron')) as unknown as typeof recordedElectron;
  const { TrayIcon } = await import('../../../../src/desktop/tray/tray.ts');
  const tray = new TrayIcon({ state: 'none', stale: false }, pictures);
  const commands: unknown[] = [];
  tray.answer((command) => commands.push(command));
  const electron = Tray.all.at(-1);
  if (electron === undefined) throw new Error('No tray icon was made.');
  return { tray, electron, commands, calls: electron.calls };
}

afterEach(() => Object.defineProperty(process, 'platform', { value: here }));

describe('the tray icon on Windows and macOS', () => {
  it('updates each part only when it changed', async () => {
    const { tray, calls } = await trayOn('win32');
    tray.show(glance('online', 'Connected'), [command('Quit')], false);
    tray.show(glance('online', 'Connected'), [command('Quit')], false);
    tray.show(glance('offline', 'Connected'), [command('Quit')], false);
    expect(calls).toEqual([
      'new Tray none',
      'setImage online',
      'setToolTip Connected',
      'setContextMenu Quit',
      'setImage offline',
    ]);
  });

  it('opens its menu through the system on Windows, and by right click on macOS, where a left click opens the window', async () => {
    const windows = await trayOn('win32');
    windows.tray.show(glance('online', 'Connected'), [command('Quit')], false);
    expect(windows.electron.menu).not.toBeNull();
    expect(windows.electron.listenerCount('right-click')).toBe(0);

    const mac = await trayOn('darwin');
    mac.tray.show(glance('online', 'Connected'), [command('Quit')], false);
    expect(mac.electron.menu).toBeNull();
    mac.electron.emit('right-click');
    expect(mac.calls.at(-1)).toBe('popUpContextMenu Quit');
    mac.electron.emit('click', {}, { x: 1000, y: 0, width: 22, height: 22 });
    await vi.waitFor(() => expect(mac.commands).toHaveLength(1));
    expect(mac.commands[0]).toMatchObject({ do: 'toggle-window', at: expect.anything() });
  });

  it('leaves an open menu unchanged, and updates it once it is closed', async () => {
    const { tray, electron } = await trayOn('win32');
    tray.show(glance('online', 'Connected'), [command('Quit')], false);
    electron.menu?.emit('menu-will-show');
    tray.show(glance('online', 'Connected'), [command('Settings'), command('Quit')], false);
    expect(`${electron.menu}`).toBe('Quit');
    electron.menu?.emit('menu-will-close');
    await vi.waitFor(() => expect(`${electron.menu}`).toBe('Settings | Quit'));
  });

  it('uses its own colours in the menu bar if the user wants them', async () => {
    const { tray, calls } = await trayOn('darwin');
    tray.show(glance('online', 'Connected'), [], true);
    expect(calls).toContain('setImage online in colour');
  });

  it('runs the command of an entry, and shows an ampersand as one', async () => {
    const { tray, electron, commands } = await trayOn('win32');
    tray.show(glance('online', 'Connected'), [command('Tom & Jerry')], false);
    const entry = electron.menu?.items[0];
    expect(entry?.label).toBe('Tom && Jerry');
    entry?.click?.();
    expect(commands).toEqual([{ do: 'show-settings' }]);
  });
});
