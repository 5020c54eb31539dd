import { describe, expect, it } from 'vitest';
import { sendingPixels } from '../../../../src/desktop/tray/icon-pixels.ts';

const mate = { XDG_CURRENT_DESKTOP: 'MATE', DESKTOP_SESSION: 'mate', GNOME_DESKTOP_SESSION_ID: 'this-is-deprecated' };

describe('What Chromium takes for the desktop when the tray icon is created', () => {
  it.each([
    ['MATE', mate, { XDG_CURRENT_DESKTOP: 'MATE' }],
    ['MATE, by its session alone', { DESKTOP_SESSION: 'mate' }, {}],
    ['GNOME', { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME', DESKTOP_SESSION: 'ubuntu' }, null],
    ['no desktop', {}, null],
  ])('in %s', (_name, environment: Readonly<Record<string, string>>, expected) => {
    const changed = { ...environment };
    let seen: NodeJS.ProcessEnv = {};
    expect(
      sendingPixels(changed, () => {
        seen = { ...changed };
        return 'created';
      }),
    ).toBe('created');
    expect(seen).toEqual(expected ?? environment);
    expect(changed).toEqual(environment);
  });

  it('is restored when the creation fails', () => {
    const environment = { ...mate };
    const fail = () => {
      throw new Error('example');
    };
    expect(() => sendingPixels(environment, fail)).toThrow('example');
    expect(environment).toEqual(mate);
  });
});
