import { loadKeytar } from './keytar.ts';
import { type KeytarCall, serveKeytar } from './keytar-protocol.ts';

// Entry point of the keychain's helper process, which `desktop/integration/system-keychain.ts` starts.
const { parentPort } = process;
const served = serveKeytar(loadKeytar, (message) => parentPort.postMessage(message));
parentPort.on('message', ({ data }: { data: KeytarCall }) => void served.then((serve) => serve(data)));
