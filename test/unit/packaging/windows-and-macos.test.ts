import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { icoSizes } from '../../support/icons/ico-sizes.ts';

const root = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const configuration = read('electron-builder.yml');
const section = (name: string) => new RegExp(`^${name}:\\n((?: .*\\n|\\n)+)`, 'm').exec(configuration)?.[1] ?? '';

describe('the packages for Windows', () => {
  it('have the id that the app gives its windows: Windows shows toasts only for a shortcut with the same one', () => {
    const [, id = ''] = /setAppUserModelId\('(.+)'\)/.exec(read('src/start.ts')) ?? [];
    expect(configuration).toMatch(new RegExp(`^appId: ${id.replaceAll('.', '\\.')}$`, 'm'));
  });

  it('install for the user who starts them, without an administrator', () => {
    expect(section('nsis')).toContain('perMachine: false');
    expect(section('nsis')).toContain('oneClick: true');
  });

  it('don’t delete the user’s data: “Remove all data…” in the app does', () => {
    expect(configuration).not.toContain('deleteAppDataOnUninstall: true');
  });

  it('have an icon in every size that Windows draws', () => {
    expect(icoSizes(join(root, 'assets/icons/icon.ico'))).toEqual([16, 24, 32, 48, 64, 256]);
  });
});

describe('the packages for macOS', () => {
  it('are in the menu bar only, without an icon in the Dock', () => {
    expect(section('mac')).toContain('LSUIElement: true');
  });

  it('open the sign-in’s links on every system', () => {
    expect(section('protocols')).toContain('schemes: [octoglance]');
  });

  it('let their hardened runtime run JavaScript, and no other code', () => {
    const entitlements = read('assets/macos/entitlements.plist');
    expect(section('mac')).toContain('hardenedRuntime: true');
    expect(entitlements).toContain('com.apple.security.cs.allow-jit');
    expect(entitlements).not.toMatch(
      /disable-executable-page-protection|allow-dyld-environment-variables|get-task-allow/,
    );
  });

  it('have an icon file that is one, with the large pictures of the Finder', () => {
    const icon = readFileSync(join(root, 'assets/icons/icon.icns'));
    expect(icon.subarray(0, 4).toString('latin1')).toBe('icns');
    expect(icon.readUInt32BE(4)).toBe(icon.length);
    const types: string[] = [];
    for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4)) types.push(icon.toString('latin1', at, at + 4));
    expect(types).toEqual(expect.arrayContaining(['ic07', 'ic08', 'ic09', 'ic10']));
  });
});
