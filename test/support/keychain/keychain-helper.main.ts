import { loadKeytar } from '../../../src/keychain/keytar.ts';
import { type KeytarCall, serveKeytar } from '../../../src/keychain/keytar-protocol.ts';

/** What `src/keychain/keychain-worker.ts` does in Electron's utility process, in a child of plain Node. */
const served = serveKeytar(loadKeytar, (message) => process.send?.(message, undefined, {}, () => undefined));
process.on('message', (call: KeytarCall) => void served.then((serve) => serve(call)));
