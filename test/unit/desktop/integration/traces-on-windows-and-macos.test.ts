import { afterEach, expect, it, vi } from 'vitest';

const calls = vi.hoisted(() => [] as string[]);
vi.mock('electron', () => ({
  app: {
    getAppPath: () => '/app',
    removeAsDefaultProtocolClient: (scheme: string) => calls.push(`removeAsDefaultProtocolClient ${scheme}`) > 0,
  },
}));

const here = process.platform;
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: here });
  calls.length = 0;
});

async function removeOn(platform: 'win32' | 'darwin'): Promise<readonly string[]> {
  vi.resetModules();
  Object.defineProperty(process, 'platform', { value: platform });
  const { removeTracesHere } = await import('../../../../src/desktop/integration/system-entries.ts');
  removeTracesHere(null, null);
  return calls;
}

it('“Remove all data…” takes the links’ registration out of the registry on Windows', async () => {
  expect(await removeOn('win32')).toEqual(['removeAsDefaultProtocolClient octoglance']);
});

it('leaves macOS alone, where links belong to the app’s own file', async () => {
  expect(await removeOn('darwin')).toEqual([]);
});
