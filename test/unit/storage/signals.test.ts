import { expect, it } from 'vitest';
import { documentWriter } from '../../../src/storage/document-write.ts';
import { profileFolder } from '../../support/storage/profile-folder.ts';

it('leaves no listener behind that would end the app on a signal, and keeps those of the app', async () => {
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const;
  const own = () => {};
  process.on('SIGTERM', own);
  const saved = documentWriter(profileFolder(), 'any')({ version: 1 });
  // The app may get ready to quit while the library is still loading.
  process.on('SIGINT', own);
  const before = signals.map((signal) => process.rawListeners(signal));
  expect(await saved).toMatchObject({ ok: true });
  expect(signals.map((signal) => process.rawListeners(signal))).toEqual(before);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.off(signal, own);
});
