import { loadKeytar } from '../../../src/keychain/keytar.ts';
import { type KeytarCall, serveKeytar } from '../../../src/keychain/keytar-protocol.ts';

/** Like `src/keychain/keychain-worker.ts` in Electron's utility process, but in a child process of plain Node. */
const served = serveKeytar(loadKeytar, (message) => process.send?.(message, undefined, {}, () => undefined));
// As Chromium ends its processes with the main process. A call that waits for the keyring would keep this one alive.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', (call: KeytarCall) => void served.then((serve) => serve(call)));
