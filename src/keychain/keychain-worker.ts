import { loadKeytar } from './keytar.ts';
import { type KeytarCall, serveKeytar } from './keytar-protocol.ts';

// What runs in the helper process of the keychain; `desktop/system-keychain.ts` starts it.
const { parentPort } = process;
const served = serveKeytar(loadKeytar, (message) => parentPort.postMessage(message));
parentPort.on('message', ({ data }: { data: KeytarCall }) => void served.then((serve) => serve(data)));
