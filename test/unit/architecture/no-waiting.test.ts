import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '../../../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

/** Calls that block for as long as another program takes, or hide its result, and where they are allowed. */
const waiting: readonly (readonly [call: string, pattern: RegExp, allowed: readonly string[]])[] = [
  // They wait for a child process.
  ['execSync and its kind', /\b(execSync|execFileSync|spawnSync)\b/, []],
  // Electron's notifications on Linux are synchronous calls of libnotify; this file is for the other systems.
  ['Electron’s Notification', /\bNotification\b[^;]*from 'electron'/s, ['desktop/notifications/electron-notifier.ts']],
  // The variants that block until the user has chosen.
  ['dialogs that wait', /\bdialog\.show\w+Sync\b/, []],
  // Reading requires a response from the program that owns the selection.
  ['reading the clipboard', /\bclipboard\.(read|has|available)\w*/, []],
  // It runs xdg-settings and waits for it; on Windows and macOS it does not.
  [
    'registering as a handler of links',
    /\bapp\.(setAsDefault|removeAsDefault|isDefault)ProtocolClient\b/,
    ['desktop/integration/link-registration.ts', 'desktop/integration/system-entries.ts'],
  ],
  // Electron starts xdg-open and never reports its result.
  ['shell.openExternal', /\bshell\.(openExternal|openPath)\b/, ['desktop/integration/system-opener.ts']],
];

it.each(waiting)('%s is used only where it is allowed', (_call, pattern, allowed) => {
  const found = files.filter((name) => {
    const code = readFileSync(join(source, name), 'utf8').replaceAll(/\/\*.*?\*\/|\/\/[^\n]*/gs, '');
    return pattern.test(code);
  });
  expect(found.sort()).toEqual([...allowed].sort());
});
