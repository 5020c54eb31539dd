import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { createKeychain } from '../../keychain/keychain.ts';
import { createKeytarProcess, type HelperProcess } from '../../keychain/keytar-process.ts';
import type { Keychain } from '../../keychain/secret-store.ts';

/**
 * This system's keychain. On Linux keytar runs in a helper process, see `createKeytarProcess`. Elsewhere it runs in the
 * main process: nothing there goes stale, and macOS names in its questions the program that asks, which had better be
 * OctoGlance itself.
 */
export function createSystemKeychain(): Keychain {
  if (process.platform !== 'linux') {
    return createKeychain({ keytar: async () => (await import('../../keychain/keytar.ts')).loadKeytar() });
  }
  const helper = createKeytarProcess(startHelper);
  return createKeychain({ keytar: () => helper.open(), endKeytar: () => helper.end() });
}

function startHelper(): HelperProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, 'keychain-worker.cjs'), [], {
    serviceName: 'OctoGlance keychain',
    stdio: 'ignore',
  });
  return {
    post: (call) => child.postMessage(call),
    onMessage: (take) => child.on('message', take),
    onExit: (take) => child.on('exit', take),
    end: () => {
      // Before it has a process id there is nothing to kill yet.
      if (!child.kill()) child.once('spawn', () => child.kill());
    },
  };
}
