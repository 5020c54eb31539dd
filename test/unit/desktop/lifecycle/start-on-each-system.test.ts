import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** Electron as seen by a start, with what it was asked for. */
const recorded = vi.hoisted(() => ({
  calls: [] as string[],
  app: null as unknown as EventEmitter,
  profile: '',
}));

vi.mock('electron', () => {
  const note =
    (name: string, response?: unknown) =>
    (...given: readonly unknown[]) => {
      recorded.calls.push(`${name}(${given.map((one) => JSON.stringify(one)).join(', ')})`);
      return response;
    };
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    getVersion: () => '0.2.0',
    getAppPath: () => recorded.profile,
    getPath: () => recorded.profile,
    setName: note('setName'),
    setPath: () => {},
    setAppUserModelId: note('setAppUserModelId'),
    requestSingleInstanceLock: note('requestSingleInstanceLock', true),
    exit: note('exit'),
    quit: note('quit'),
    relaunch: note('relaunch'),
    disableHardwareAcceleration: () => {},
    enableSandbox: () => {},
    commandLine: { appendSwitch: () => {}, hasSwitch: () => false, getSwitchValue: () => '', removeSwitch: () => {} },
    // Everything later needs a real Electron.
    whenReady: () => new Promise(() => {}),
  });
  recorded.app = app;
  const electron = {
    app,
    Menu: { setApplicationMenu: note('setApplicationMenu') },
    protocol: { registerSchemesAsPrivileged: () => {} },
    session: {},
    net: {},
    nativeImage: {},
    screen: {},
    Tray: class {},
  };
  return { ...electron, default: electron };
});
vi.mock('../../../../src/status-command/serve.ts', () => ({
  ProfileSocket: class {
    listen() {}
    close() {}
    onLaunch() {}
  },
}));
vi.mock('../../../../src/status-command/profile-lock.ts', () => ({
  claimProfile: (_profile: string, { electronLock }: { electronLock: (() => boolean) | null }) =>
    electronLock === null || electronLock() ? { kind: 'first' } : { kind: 'second' },
}));

const here = { platform: process.platform, argv: process.argv, env: { ...process.env } };

/** Starts the app as on `platform`; resolves to Electron's recorded calls. */
async function startOn(platform: NodeJS.Platform, ...args: readonly string[]): Promise<readonly string[]> {
  vi.resetModules();
  recorded.calls.length = 0;
  Object.defineProperty(process, 'platform', { value: platform });
  process.argv = ['/opt/OctoGlance/octoglance', ...args];
  const { start } = await import('../../../../src/start.ts');
  start({
    fail: (error: unknown) => {
      throw error;
    },
    over: () => {},
  } as never);
  return [...recorded.calls];
}

beforeEach(() => {
  recorded.profile = mkdtempSync(join(tmpdir(), 'octoglance-start-'));
  // One on another computer isn't looked for.
  process.env['DISPLAY'] = 'elsewhere:0';
});

afterEach(() => {
  Object.defineProperty(process, 'platform', { value: here.platform });
  process.argv = here.argv;
  process.env = { ...here.env };
  process.removeAllListeners('exit');
  rmSync(recorded.profile, { recursive: true, force: true });
});

describe('the start', () => {
  it.each(['win32', 'darwin', 'linux'] as const)(
    'on %s names the app before anything shows the name',
    async (platform) => {
      const calls = await startOn(platform);
      expect(calls[0]).toBe('setName("OctoGlance")');
      expect(calls).toContain('setAppUserModelId("io.github.octoglance.OctoGlance")');
    },
  );

  it('keeps Electron’s menu on macOS, which has copy and paste, and has none elsewhere', async () => {
    expect(await startOn('win32')).toContain('setApplicationMenu(null)');
    expect(await startOn('linux')).toContain('setApplicationMenu(null)');
    expect((await startOn('darwin')).join()).not.toContain('setApplicationMenu');
  });

  it('takes Electron’s lock on Windows and macOS, where the profile’s socket isn’t one', async () => {
    expect(await startOn('win32')).toContain('requestSingleInstanceLock()');
    expect(await startOn('darwin')).toContain('requestSingleInstanceLock()');
    expect(await startOn('linux')).not.toContain('requestSingleInstanceLock()');
  });
});

describe('a running app', () => {
  async function runningOn(platform: 'win32' | 'darwin') {
    await startOn(platform);
    const { SecondInstances } = await import('../../../../src/desktop/lifecycle/second-instance.ts');
    const { app } = await import('electron');
    app.removeAllListeners();
    const secondInstances = new SecondInstances();
    const heard: string[] = [];
    const answer = () =>
      secondInstances.answer({ onLink: (link) => heard.push(link), onShow: () => heard.push('show') });
    return { events: app as unknown as EventEmitter, heard, answer };
  }
  const link = 'octoglance://connected?state=abc&success=true';

  it('gets a link on Windows as an argument of a second launch, and opens its window for a launch without one', async () => {
    const { events, heard, answer } = await runningOn('win32');
    answer();
    events.emit('second-instance', {}, ['C:\\OctoGlance\\OctoGlance.exe', '--allow-file-access-from-files', link]);
    events.emit('second-instance', {}, ['C:\\OctoGlance\\OctoGlance.exe']);
    events.emit('second-instance', {}, ['C:\\OctoGlance\\OctoGlance.exe', '--hidden']);
    expect(heard).toEqual([expect.stringContaining('state=abc'), 'show']);
  });

  it('gets a link on macOS as an event, even before it is ready, and Electron’s own handling is prevented', async () => {
    const { events, heard, answer } = await runningOn('darwin');
    const preventDefault = vi.fn();
    events.emit('open-url', { preventDefault }, link);
    expect(heard).toEqual([]);
    answer();
    expect(heard).toEqual([link]);
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('opens its window on macOS when its icon is clicked, but not at the first start', async () => {
    const { events, heard, answer } = await runningOn('darwin');
    events.emit('activate');
    answer();
    expect(heard).toEqual([]);
    events.emit('activate');
    expect(heard).toEqual(['show']);
  });

  it('stays when its last window is closed: Electron quits unless somebody listens', async () => {
    const { events } = await runningOn('win32');
    expect(events.listenerCount('window-all-closed')).toBe(1);
  });

  it('ends with code 2, and without a profile, if the profile folder is missing', async () => {
    const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`exit ${code}`);
    });
    await expect(startOn('linux', '--user-data-dir=')).rejects.toThrow('exit 2');
    expect(recorded.calls).toEqual([]);
    exit.mockRestore();
  });

  it.each(['win32', 'darwin'] as const)('on %s quits once everything is saved, through Electron', async (platform) => {
    await startOn(platform);
    const { app } = await import('electron');
    app.removeAllListeners();
    const { finishBeforeQuit } = await import('../../../../src/desktop/lifecycle/quit.ts');
    const before = (['SIGTERM', 'SIGINT', 'SIGHUP'] as const).map(
      (signal) => [signal, process.listeners(signal)] as const,
    );
    recorded.calls.length = 0;
    let saved = false;
    finishBeforeQuit(async () => {
      saved = true;
      return true;
    });
    const preventDefault = vi.fn();
    app.emit('before-quit', { preventDefault } as never);
    expect(preventDefault).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(recorded.calls).toEqual(['exit()']));
    expect(saved).toBe(true);
    // Only Linux ends the process without Chromium's shutdown.
    expect(app.listenerCount('quit')).toBe(0);
    for (const [signal, kept] of before) {
      for (const listener of process.listeners(signal as never))
        if (!kept.includes(listener as never)) process.removeListener(signal, listener as never);
    }
  });
});
