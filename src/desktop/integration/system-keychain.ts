import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { createKeychain } from '../../keychain/keychain.ts';
import { createKeytarProcess, type HelperProcess } from '../../keychain/keytar-process.ts';
import type { Keychain } from '../../keychain/secret-store.ts';

/**
 * This system's keychain. On Linux keytar runs in a helper process, see `createKeytarProcess`. Elsewhere it runs in the
 * main process: nothing goes stale there, and macOS shows the name of the requesting program in its prompts, which
 * should be OctoGlance.
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
      // Without a process id it can't be killed yet.
      if (!child.kill()) child.once('spawn', () => child.kill());
    },
  };
}
