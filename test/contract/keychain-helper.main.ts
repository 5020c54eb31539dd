import { loadKeytar } from '../../src/storage/keytar.ts';
import { type KeytarCall, serveKeytar } from '../../src/storage/keytar-messages.ts';

/** What `src/keychain-helper.ts` does in Electron's utility process, in a child of plain Node. */
const served = serveKeytar(loadKeytar, (message) => process.send?.(message, undefined, {}, () => undefined));
process.on('message', (call: KeytarCall) => void served.then((serve) => serve(call)));
