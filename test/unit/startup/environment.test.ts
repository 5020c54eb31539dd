import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { correctEnvironment, enterFirstOf, type Places, thisComputer } from '../../../src/startup/environment.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octoglance-environment-'));
  mkdirSync(join(folder, 'home'));
  writeFileSync(join(folder, 'file'), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

const places = () => ({ ...thisComputer, homeOfUser: () => join(folder, 'home') });
const xdg = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'];

describe('The environment', () => {
  it('stays unchanged if it is sound, even with folders that do not exist yet', () => {
    const sound = { HOME: join(folder, 'home'), XDG_RUNTIME_DIR: folder, TMPDIR: folder, XDG_CONFIG_HOME: '/not/yet' };
    const environment = { ...sound };
    expect(correctEnvironment(environment, places())).toEqual([]);
    expect(environment).toEqual(sound);
  });

  it.each(xdg)('drops and reports a %s that is not an absolute path', (name) => {
    for (const value of ['config', './config', '~/.config', '~']) {
      const environment = { HOME: join(folder, 'home'), [name]: value };
      expect(correctEnvironment(environment, places())).toEqual([{ name, value, why: 'not-absolute' }]);
      expect(environment).toEqual({ HOME: join(folder, 'home') });
    }
  });

  it.each([...xdg, 'XDG_RUNTIME_DIR', 'TMPDIR'])('drops a %s that is a file, or inside one', (name) => {
    for (const path of ['file', 'file/below']) {
      const value = join(folder, path);
      const environment = { HOME: join(folder, 'home'), [name]: value };
      expect(correctEnvironment(environment, places())).toEqual([{ name, value, why: 'no-folder' }]);
      expect(environment).not.toHaveProperty(name);
    }
  });

  it.each(['XDG_RUNTIME_DIR', 'TMPDIR'])('drops a %s that is gone, which nothing would create', (name) => {
    const environment = { HOME: join(folder, 'home'), [name]: join(folder, 'gone') };
    expect(correctEnvironment(environment, places())).toMatchObject([{ name, why: 'no-folder' }]);
  });

  it('drops a runtime folder that belongs to another user', () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    chmodSync(other, 0o500);
    const closed = { ...places(), isOpen: (path: string) => path !== other };
    const environment = { HOME: join(folder, 'home'), XDG_RUNTIME_DIR: other };
    expect(correctEnvironment(environment, closed)).toMatchObject([{ name: 'XDG_RUNTIME_DIR' }]);
  });

  it('keeps a read-only runtime folder, where the sockets of the desktop are, but no such folder for temporary files', () => {
    const readOnly = join(folder, 'read-only');
    mkdirSync(readOnly);
    chmodSync(readOnly, 0o500);
    // An administrator may write everywhere.
    const isOpen: Places['isOpen'] = (path, to) => thisComputer.isOpen(path, to) && to === 'use';
    const environment: NodeJS.ProcessEnv = { HOME: join(folder, 'home'), XDG_RUNTIME_DIR: readOnly, TMPDIR: readOnly };
    expect(correctEnvironment(environment, { ...places(), isOpen })).toMatchObject([{ name: 'TMPDIR' }]);
    expect(environment['XDG_RUNTIME_DIR']).toBe(readOnly);
  });

  it.each([undefined, '', 'home', '~'])('with the home %j uses the one the system knows', (home) => {
    const environment: NodeJS.ProcessEnv = home === undefined ? {} : { HOME: home };
    const result = correctEnvironment(environment, places());
    expect(environment['HOME']).toBe(join(folder, 'home'));
    expect(result).toEqual(home ? [{ name: 'HOME', value: home, why: 'not-absolute' }] : []);
  });

  it('with a file as home uses the one the system knows', () => {
    const environment = { HOME: join(folder, 'file') };
    expect(correctEnvironment(environment, places())).toMatchObject([{ name: 'HOME', why: 'no-folder' }]);
    expect(environment).toEqual({ HOME: join(folder, 'home') });
  });

  it('treats an empty variable as unset', () => {
    const environment = { HOME: join(folder, 'home'), XDG_CONFIG_HOME: '', TMPDIR: '' };
    expect(correctEnvironment(environment, places())).toEqual([]);
    expect(environment).toEqual({ HOME: join(folder, 'home') });
  });
});

it.skipIf(process.platform === 'win32')('a home folder that is a link to itself is replaced, and named', () => {
  const loop = join(folder, 'loop');
  symlinkSync('loop', loop);
  const environment = { HOME: loop, XDG_CONFIG_HOME: join(loop, 'config') };
  expect(correctEnvironment(environment, places()).map(({ name }) => name)).toEqual(['HOME', 'XDG_CONFIG_HOME']);
  expect(environment.HOME).toBe(join(folder, 'home'));
});

it('enters the first folder that lets it, and stays where it is if none does', () => {
  const closed = ['/home/gone', '/root'];
  const enter = vi.spyOn(process, 'chdir').mockImplementation((path) => {
    if (closed.includes(path)) throw new Error('ENOENT');
  });
  try {
    enterFirstOf([...closed, '/', '/tmp']);
    expect(enter.mock.lastCall).toEqual(['/']);
    expect(() => enterFirstOf(closed)).not.toThrow();
  } finally {
    enter.mockRestore();
  }
});
