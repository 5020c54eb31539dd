import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { linkEntry, linkEntryPath } from '../../../src/desktop/integration/link-desktop-file.ts';
import type { LinkPlace } from '../../../src/desktop/integration/link-registration.ts';

export const hasTools = process.platform === 'linux' && spawnSync('xdg-mime', ['--version']).status === 0;

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-links-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A home folder for one test. `calls` are the registrations that Windows or macOS would get. */
export function place(changes: Partial<Omit<LinkPlace, 'app' | 'executable'>> & { isPackaged?: boolean } = {}) {
  const home = temporaryFolder();
  const calls: unknown[][] = [];
  const { isPackaged = false, ...rest } = changes;
  const made: LinkPlace & { readonly executable: string } = {
    app: {
      isPackaged,
      setAsDefaultProtocolClient: (...args: unknown[]) => {
        calls.push(args);
        return true;
      },
    },
    platform: 'linux',
    environment: {
      PATH: process.env['PATH'],
      HOME: home,
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CONFIG_HOME: join(home, 'config'),
    },
    executable: process.execPath,
    appFolder: '/home/example/octoglance',
    userDataFolder: '/home/example/.config/OctoGlance',
    ownProfile: false,
    demo: false,
    sandbox: true,
    ...rest,
  };
  mkdirSync(join(home, 'config'), { recursive: true });
  return { place: made, home, calls, entry: linkEntryPath(made.environment) };
}

export const scheme = 'x-scheme-handler/octoglance';

/** Puts a desktop file in place and makes it the default for the scheme, as a package or another program does. */
export function installEntry(home: string, name: string, text = linkEntry(['/usr/bin/true'])): void {
  mkdirSync(join(home, 'data', 'applications'), { recursive: true });
  writeFileSync(join(home, 'data', 'applications', name), text);
  writeFileSync(join(home, 'config', 'mimeapps.list'), `[Default Applications]\n${scheme}=${name}\n`);
}
