import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const record = (home: string) => join(home, 'opened-in-browser');

/** Makes a program that notes addresses the browser of the desktop whose home folder this is. */
export function noteBrowser(home: string): void {
  const program = join(home, 'browser');
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$1" >>'${record(home)}'\n`);
  chmodSync(program, 0o755);
  const applications = join(home, '.local/share/applications');
  mkdirSync(applications, { recursive: true });
  const types = ['x-scheme-handler/http', 'x-scheme-handler/https', 'text/html'];
  const entry = ['[Desktop Entry]', 'Type=Application', 'Name=Browser', `Exec=${program} %u`];
  writeFileSync(join(applications, 'noting.desktop'), [...entry, `MimeType=${types.join(';')};`, ''].join('\n'));
  const list = join(home, '.config/mimeapps.list');
  const before = existsSync(list) ? readFileSync(list, 'utf8') : '[Default Applications]\n';
  writeFileSync(list, `${before.trimEnd()}\n${types.map((type) => `${type}=noting.desktop`).join('\n')}\n`);
}

/** Returns the addresses that the browser was asked to open, oldest first. */
export function openedPages(home: string): readonly string[] {
  return existsSync(record(home)) ? readFileSync(record(home), 'utf8').trim().split('\n') : [];
}
