// Adds, reconnects, removes and imports printers continuously, through the app's own code and the real keychain, until
// it is killed; with `settle` it acts like a start of the app and reports the result. Each step is announced on stdout
// before and confirmed after it, so that the killer knows what has to be there.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Connections } from '../../../src/connections/connections.ts';
import { InfoRequests } from '../../../src/connections/info-requests.ts';
import { InterruptedAdditions } from '../../../src/connections/interrupted-additions.ts';
import { PendingAdditions } from '../../../src/connections/pending-additions.ts';
import { PrinterList } from '../../../src/connections/printer-list.ts';
import { seededRandom } from '../../../src/demo/seeded-random.ts';
import { intervalsFor } from '../../../src/domain/intervals.ts';
import { unrestrictedPolicy } from '../../../src/domain/notification-policy.ts';
import type { PrinterId } from '../../../src/domain/printer.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { createKeychain } from '../../../src/keychain/keychain.ts';
import { systemKeychainCheck } from '../../../src/keychain/keychain-status.ts';
import { createKeytarProcess, type HelperProcess } from '../../../src/keychain/keytar-process.ts';
import type { KeytarMessage } from '../../../src/keychain/keytar-protocol.ts';
import { SecretCleanup } from '../../../src/keychain/secret-cleanup.ts';
import { TokenCache } from '../../../src/keychain/token-cache.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { Monitor } from '../../../src/monitor/monitor.ts';
import { createInfoClient } from '../../../src/octoeverywhere/info-client.ts';
import { createKyTransport } from '../../../src/octoeverywhere/ky-transport.ts';
import { openStores } from '../../../src/storage/stores.ts';
import { oneTimer } from '../../../src/timers/one-timer.ts';

const [folder = '', origin = '', mode = '', first = '0', seed = '0'] = process.argv.slice(2);
const random = seededRandom(Number(seed) + Number(first));
/** Pipes are written synchronously on Linux, so output is complete before the kill. */
const say = (line: string) => process.stdout.write(`${line}\n`);

const stores = openStores(folder, null, Date.now);
const helper = createKeytarProcess(startHelper);
const tokens = new TokenCache(createKeychain({ keytar: helper.open, endKeytar: helper.end }), () => {});
const fleet = new Fleet();
const client = createInfoClient({
  origin: new URL(origin),
  transport: createKyTransport(fetch),
  version: '0.0.0-test',
});
const requests = new InfoRequests({ fleet, tokens, client });
const clock = { now: Date.now, elapsed: () => performance.now(), sinceBoot: () => performance.now() };
const monitor = new Monitor(fleet, {
  clock,
  timer: oneTimer(),
  random,
  ask: (id) => requests.ask(id),
  network: () => 'up',
  intervals: () => intervalsFor(defaultSettings, null),
  policy: () => unrestrictedPolicy,
  show: () => {},
  alertsChanged: () => {},
  prints: null,
});
const { printers } = stores;
const messages = () => messagesFor('en');
const removals = new SecretCleanup({
  store: stores.pendingDeletions,
  secrets: tokens,
  keychain: systemKeychainCheck,
  printers,
  timer: oneTimer(),
});
const additions = new PendingAdditions(stores.additions, removals);
const watchesPrints = () => true;
const list = new PrinterList({ fleet, monitor, printers, tokens, removals, additions, clock, messages, watchesPrints });
const connections = new Connections({
  fleet,
  monitor,
  tokens,
  printers,
  additions,
  list,
  requests,
  client,
  clock,
  messages,
});
const interrupted = new InterruptedAdditions({
  additions,
  printers,
  removals,
  connections,
  keychain: systemKeychainCheck,
  timer: oneTimer(),
});

function startHelper(): HelperProcess {
  const child = fork(join(import.meta.dirname, 'keychain-helper.main.mjs'), [], { serialization: 'advanced' });
  return {
    post: (call) => child.send(call, () => undefined),
    onMessage: (take) => child.on('message', (message) => take(message as KeytarMessage)),
    onExit: (take) => child.on('exit', take),
    end: () => child.kill(),
  };
}

const tokenOf = (number: number) => `example-token-${number}-0123456789abcdef`;
/** Every other connection looks as if it came from the portal. */
const connectionOf = (number: number) => ({
  secret: { appApiToken: tokenOf(number), ...(number % 2 === 0 && { id: `example-id-${number}` }) },
  printerName: number % 2 === 0 ? `Printer ${number}` : null,
});
const idOf = (token: string) => tokens.printersWith(token).at(-1) ?? '?';

async function add(number: number): Promise<void> {
  say(`begin add ${number}`);
  const added = await connections.add(connectionOf(number), 'keychain');
  if (added.ok) say(`done add ${number} ${idOf(tokenOf(number))}`);
}

async function reconnect(id: PrinterId, number: number): Promise<void> {
  say(`begin reconnect ${number} ${id}`);
  const connected = await connections.reconnect(id, connectionOf(number), 'keychain', true);
  if (connected.ok) say(`done reconnect ${number} ${id}`);
}

async function remove(id: PrinterId): Promise<void> {
  say(`begin remove 0 ${id}`);
  if ((await list.remove(id)).ok) say(`done remove 0 ${id}`);
}

const any = () => printers.value()[Math.floor(random() * printers.value().length)]?.id;

async function storm(): Promise<void> {
  connections.restore();
  interrupted.start();
  removals.start();
  say('ready');
  for (let number = Number(first); ; number += 3) {
    const [renewed, removed] = [any(), any()];
    await Promise.all([
      add(number),
      // A link that is opened twice.
      number % 4 === 0 ? add(number) : add(number + 1),
      renewed === undefined ? null : reconnect(renewed, number + 2),
      removed === undefined || printers.value().length < 3 ? null : wait(random() * 50).then(() => remove(removed)),
    ]);
  }
}

async function recover(): Promise<void> {
  connections.restore();
  interrupted.start();
  removals.start();
  while (stores.additions.value().length > 0 || stores.pendingDeletions.value().length > 0) await wait(20);
  await stores.flush();
  const found = [];
  for (const { id } of printers.value()) {
    const read = await tokens.read(id);
    found.push({ id, token: read.kind === 'found' ? read.secret.appApiToken : read.kind });
  }
  say(JSON.stringify(found));
  helper.end();
  process.exit(0);
}

await (mode === 'settle' ? recover() : storm());
