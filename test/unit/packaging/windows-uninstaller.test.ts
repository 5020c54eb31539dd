import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const repo = resolve(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(repo, path), 'utf8');
const path = 'assets/windows/uninstaller.nsh';
const script = read(path);
const builder = read('electron-builder.yml');

describe('the Windows uninstaller', () => {
  it('is packed, and names start at login as Electron does: by the app’s id', () => {
    expect(builder).toContain(`include: ${path}`);
    const [, id = ''] = /^appId: (.+)$/m.exec(builder) ?? [];
    expect(read('src/start.ts')).toContain(`setAppUserModelId('${id}')`);
    const names = [...script.matchAll(/^ *DeleteRegValue HKCU "[^"]*\\Run" "([^"]+)"$/gm)].map(([, name]) => name);
    expect(names).toEqual([id, id]);
  });

  it('removes nothing during an update', () => {
    // Without NSIS' signs around a variable, which read like a template.
    const lines = script.split('\n').map((line) => line.trim().replaceAll(/[${}]/g, ''));
    const removals = lines.flatMap((line, at) => (/^(Delete|RMDir)/.test(line) ? [at] : []));
    expect(Math.min(...removals)).toBeGreaterThan(lines.indexOf('ifNot isUpdated'));
    expect(Math.max(...removals)).toBeLessThan(lines.indexOf('endIf'));
  });
});
