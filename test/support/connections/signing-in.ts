import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Connections } from '../../../src/connections/connections.ts';
import { InfoRequests } from '../../../src/connections/info-requests.ts';
import { InterruptedAdditions } from '../../../src/connections/interrupted-additions.ts';
import { PendingAdditions } from '../../../src/connections/pending-additions.ts';
import { PrinterList } from '../../../src/connections/printer-list.ts';
import type { SignInEvent } from '../../../src/connections/sign-in-event.ts';
import { SignInFlow, type SignInParts } from '../../../src/connections/sign-in-flow.ts';
import { type Simulator, startSimulator } from '../../../src/demo/simulator.ts';
import { intervalsFor } from '../../../src/domain/intervals.ts';
import { unrestrictedPolicy } from '../../../src/domain/notification-policy.ts';
import type { Printer } from '../../../src/domain/printer.ts';
import type { Secret } from '../../../src/domain/secret.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import type { KeychainCheck } from '../../../src/keychain/keychain-status.ts';
import { createMemorySecrets } from '../../../src/keychain/memory-secrets.ts';
import { SecretCleanup } from '../../../src/keychain/secret-cleanup.ts';
import type { SecretStore } from '../../../src/keychain/secret-store.ts';
import { TokenCache } from '../../../src/keychain/token-cache.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { Monitor } from '../../../src/monitor/monitor.ts';
import { createInfoClient, type InfoClient } from '../../../src/octoeverywhere/info-client.ts';
import { createKyTransport } from '../../../src/octoeverywhere/ky-transport.ts';
import { newNonce, readCallback, returnAddress } from '../../../src/octoeverywhere/portal.ts';
import { openPendingAdditions } from '../../../src/storage/pending-additions.ts';
import { openPendingDeletions } from '../../../src/storage/pending-deletions.ts';
import { openPrinterStore } from '../../../src/storage/printer-store.ts';
import { openSignInStore } from '../../../src/storage/sign-in-store.ts';
import { noon, profileFolder } from '../storage/profile-folder.ts';

/** A keychain in memory that can be made to refuse. */
class TestKeychain implements SecretStore {
  readonly secrets = new Map<string, Secret>();
  locked = false;
  readonly #memory = createMemorySecrets();

  read: SecretStore['read'] = (id) => this.#memory.read(id);

  write: SecretStore['write'] = async (id, secret) => {
    if (this.locked) return { kind: 'unavailable', why: 'locked' };
    const written = await this.#memory.write(id, secret);
    if (written.kind === 'kept') this.secrets.set(id, secret);
    return written;
  };

  remove: SecretStore['remove'] = (id) => {
    this.secrets.delete(id);
    return this.#memory.remove(id);
  };
}

/**
 * The real sign-in flow over the real connections, list file and HTTP client, against the simulator. Only the clock,
 * the browser and the keychain are the test's.
 */
export async function signingIn(interrupted: readonly Printer[] = []) {
  const simulator: Simulator = await startSimulator();
  onTestFinished(() => simulator.close());
  const folder = profileFolder();
  const { origin } = simulator;
  const printers = openPrinterStore({ folder, now: () => noon, debounce: 0 });
  const keychain = new TestKeychain();
  const tokens = new TokenCache(keychain, () => {});
  const client = createInfoClient({ origin, transport: createKyTransport(fetch), version: '0.0.0' });
  const elsewhere = new Map<string, InfoClient>();
  const fleet = new Fleet();
  let now = noon;
  let boot = 0;
  const monitor = new Monitor(fleet, {
    clock: { now: () => now, elapsed: () => now - noon, sinceBoot: () => now - noon },
    timer: { set: () => {}, clear: () => {} },
    random: () => 0,
    ask: () => new Promise(() => {}),
    network: () => 'up',
    intervals: () => intervalsFor(defaultSettings, null),
    policy: () => unrestrictedPolicy,
    show: () => {},
    alertsChanged: () => {},
    prints: null,
  });
  const keychainCheck: Pick<KeychainCheck, 'trouble'> = { trouble: async () => (keychain.locked ? 'locked' : null) };
  const removals = new SecretCleanup({
    store: openPendingDeletions({ folder, now: () => noon, debounce: 0 }),
    secrets: tokens,
    keychain: keychainCheck,
    printers,
    timer: { set: () => {}, clear: () => {} },
  });
  const pending = openPendingAdditions({ folder, now: () => noon, debounce: 0 });
  if (interrupted.length > 0) await pending.save(interrupted);
  const additions = new PendingAdditions(pending, removals);
  const clock = { now: () => now, sinceBoot: () => boot };
  const messages = () => messagesFor('en');
  const watchesPrints = () => true;
  const list = new PrinterList({
    fleet,
    monitor,
    printers,
    tokens,
    removals,
    additions,
    clock,
    messages,
    watchesPrints,
  });
  const eitherClient: InfoClient = { ask: (token, signal) => (elsewhere.get(token) ?? client).ask(token, signal) };
  const requests = new InfoRequests({ fleet, tokens, client: eitherClient });
  const connections = new Connections({
    fleet,
    monitor,
    tokens,
    printers,
    additions,
    list,
    requests,
    client: eitherClient,
    clock,
    messages,
  });
  let resumeDue: (() => void) | null = null;
  const interruptedAdditions = new InterruptedAdditions({
    additions,
    printers,
    removals,
    connections,
    keychain: keychainCheck,
    timer: {
      set: (_delay, fire) => {
        resumeDue = fire;
      },
      clear: () => {
        resumeDue = null;
      },
    },
  });
  const events: SignInEvent[] = [];
  const nonces: string[] = [];
  const copied: string[] = [];
  let due: (() => void) | null = null;
  const signIns = openSignInStore({ folder, now: () => noon });
  const flowParts: SignInParts = {
    connections,
    portal: {
      newNonce: () => newNonce((bytes) => crypto.getRandomValues(bytes)),
      open: async (nonce) => {
        nonces.push(nonce);
        return { ok: true, comesBack: true };
      },
      copy: async (nonce) => {
        copied.push(nonce);
        return { ok: true };
      },
      readCallback: (link) => readCallback(link, origin, messagesFor('en')),
    },
    clock,
    timer: {
      set: (_delay, fire) => {
        due = fire;
      },
      clear: () => {
        due = null;
      },
    },
    waiting: signIns,
    messages,
  };
  const flow = new SignInFlow(flowParts);
  flow.onEvent((one) => events.push(one));
  return {
    simulator,
    flow,
    connections,
    requests,
    fleet,
    list,
    keychain,
    printers,
    /** Returns the additions that a start of the app would finish. */
    pending: () => pending.value(),
    pendingOnDisk: (): readonly string[] => {
      const file = join(folder, 'pending-additions.json');
      return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).printers.map(({ id }: Printer) => id) : [];
    },
    /** Finishes them like a start of the app. */
    resume: () => interruptedAdditions.start(),
    fireResumeTimer: () => {
      resumeDue?.();
      return resumeDue !== null;
    },
    removals,
    /** Sends requests with this token to another simulator, which claims that its pages are at this one's origin. */
    askElsewhere: (token: string, otherOrigin: URL) => {
      const there = createInfoClient({ origin: otherOrigin, transport: createKyTransport(fetch), version: '0.0.0' });
      elsewhere.set(token, {
        ask: async (requested) => {
          const answered = await there.ask(requested);
          const { outcome } = answered;
          if (outcome.kind !== 'answered') return answered;
          const printerUrl = outcome.info.printerUrl?.replace(otherOrigin.origin, origin.origin) ?? null;
          return { ...answered, outcome: { ...outcome, info: { ...outcome.info, printerUrl } } };
        },
      });
    },
    events,
    /** The one-time values with which the portal was opened, and those of copied addresses. */
    nonces,
    copied,
    /** Starts a sign-in and returns its return link. */
    start: async (printer: string | null = null) => {
      await flow.start(printer);
      return returnAddress(nonces.at(-1) ?? '');
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
      boot += milliseconds;
    },
    /** Sets this computer's clock; no time passes. */
    setClock: (milliseconds: number) => {
      now += milliseconds;
    },
    /** Fires the timer that is set; returns false when none is. */
    fireTimer: () => {
      const fire = due;
      due = null;
      fire?.();
      return fire !== null;
    },
    /** Simulates a restart of the app with a pending sign-in. */
    startAgain: () => {
      const again = new SignInFlow({ ...flowParts, waiting: openSignInStore({ folder, now: () => noon }) });
      again.onEvent((one) => events.push(one));
      again.resume();
      return again;
    },
    signInOnDisk: () => readFileSync(join(folder, 'sign-in.json'), 'utf8'),
    flushSignIn: () => signIns.flush(),
    /** Returns everything that is stored about connections. */
    kept: async () => {
      await printers.flush();
      const file = join(folder, 'printers.json');
      return {
        listed: printers.value().length,
        watched: fleet.members().length,
        secrets: keychain.secrets.size,
        onDisk: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).printers.length : 0,
      };
    },
  };
}

export const nothing = { listed: 0, watched: 0, secrets: 0, onDisk: 0 };

/** Returns a link with the portal's results appended. */
export function withResults(link: string, results: readonly (readonly [string, string])[]): string {
  const query = results.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return `${link}&${query}`;
}
