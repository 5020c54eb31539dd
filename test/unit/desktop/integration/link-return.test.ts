import { afterEach, describe, expect, it, vi } from 'vitest';
import { LinkReturn } from '../../../../src/desktop/integration/link-return.ts';
import { readFlags } from '../../../../src/startup/flags.ts';

const electron = vi.hoisted(() => ({
  app: { isPackaged: true, getAppPath: () => '/nowhere', commandLine: { hasSwitch: vi.fn(() => true) } },
}));
vi.mock('electron', () => electron);
const bringLinksBack = vi.hoisted(() => vi.fn(async () => true));
vi.mock('../../../../src/desktop/integration/link-registration.ts', () => ({ bringLinksBack }));

afterEach(() => void vi.restoreAllMocks());

const image = { file: '/nowhere/OctoGlance.AppImage', folder: '/nowhere', stamp: '' };

describe('a link starts the app again', () => {
  it.each([
    ['with the sandbox from an AppImage, whose launcher decides', image, 1000, true],
    ['without it as root', image, 0, false],
    ['without it if another package runs without it', null, 1000, false],
  ])('%s', async (_, running, user, sandbox) => {
    vi.spyOn(process, 'getuid').mockReturnValue(user);
    await new LinkReturn(readFlags([]), '/nowhere/profile', running).comeBack();
    expect(bringLinksBack).toHaveBeenLastCalledWith(expect.objectContaining({ sandbox }));
  });

  it('from no file that is missing', async () => {
    await new LinkReturn(readFlags([]), '/nowhere/profile', image).comeBack();
    expect(bringLinksBack).toHaveBeenLastCalledWith(expect.objectContaining({ executable: null }));
  });
});
