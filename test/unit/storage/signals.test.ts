import { expect, it } from 'vitest';
import { documentWriter } from '../../../src/storage/document-write.ts';
import { profileFolder } from '../../support/storage/profile-folder.ts';

it('leaves no listener behind that would end the app on a signal', async () => {
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const;
  const own = () => {};
  process.on('SIGTERM', own);
  const before = signals.map((signal) => process.rawListeners(signal));
  expect(await documentWriter(profileFolder(), 'any')({ version: 1 })).toEqual({ ok: true });
  expect(signals.map((signal) => process.rawListeners(signal))).toEqual(before);
  process.off('SIGTERM', own);
});
