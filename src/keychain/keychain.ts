import type { KeychainError } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import { MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import { fromEntry, toEntry } from './keychain-entry.ts';
import { type KeychainOptions, secretServiceOf } from './keychain-options.ts';
import { troubleOf, troubleOfEntry } from './keychain-status.ts';
import type { Keytar } from './keytar.ts';
import { KeytarCalls } from './keytar-calls.ts';
import type { SecretServiceCheck } from './secret-service.ts';
import type { Keychain, SecretRead, SecretRemoval, SecretWrite } from './secret-store.ts';
import { createSerialQueue } from './serial-queue.ts';
import { SERVICE, writeEntry } from './write-entry.ts';

const PROBE = 'probe';

/** For how long one successful dummy write also confirms further `null` results. */
const PROOF_HOLDS: Milliseconds = 5 * SECOND;
/** How long a keychain that refused is left alone if its state cannot be checked without a prompt. */
const REST: Milliseconds = 5 * MINUTE;

/**
 * Creates a secret store in the system's keychain: service `OctoGlance`, account = printer id.
 *
 * Observed with GNOME Keyring 42.1 and libsecret 0.20.5:
 * - Reading an *existing* entry of a locked keyring makes libsecret show the unlock prompt, and so does every write:
 *   one prompt per call. If the user dismisses it (or no prompter runs), a read returns `null`, as if there were no
 *   such entry, a write rejects, and a removal returns false at once.
 * - The call blocks one of Node's four worker threads while the prompt is open, without limit.
 * - libsecret stays bound to the keyring process it first talked to. When that process is replaced, every later call of
 *   this process rejects.
 *
 * Because of the last two, keytar runs in a helper process there (`createKeytarProcess`), which also contains a crash
 * of libsecret.
 *
 * Hence: one call at a time (so never two prompts at once), with a time limit for the caller only. One prompt may
 * appear when the keychain is first found locked; then it is left alone until a check shows it open, the user tries
 * again, or something is written. `null` is believed if an unlocked Secret Service does not list the entry. If it lists
 * the entry but returns `null`, as KeePassXC does, access was denied, and the entry is not requested again until the
 * user wants it. If nothing can be listed, `null` is believed only after a successful dummy write and a second read. On
 * Windows and macOS `null` does mean missing: keytar returns it only for ERROR_NOT_FOUND and errSecItemNotFound.
 *
 * No error of keytar is passed on: the results are complete, in one language, and never contain a secret. Nothing here
 * throws.
 */
export function createKeychain(options: KeychainOptions): Keychain {
  const { now = () => performance.now(), timeLimits = { read: 10 * SECOND, write: 2 * MINUTE } } = options;
  const secretService = secretServiceOf(options);
  const queue = createSerialQueue();
  /** Printers whose secret was read, or written in time, which means that they are listed. */
  const listed = new Set<PrinterId>();
  let rest: { readonly why: KeychainError; readonly since: Milliseconds } | null = null;
  let provenAt: Milliseconds | null = null;
  /** An open keychain withheld an entry: such entries are not requested again until the user wants it. */
  let withheld = false;
  /** Results that arrived after the caller's time limit, saved so that they need not be requested again. */
  const late = new Map<PrinterId, SecretRead & { readonly kind: 'found' }>();
  /** The read in progress. */
  let current: { readonly id: PrinterId; readonly done: Promise<SecretRead> } | null = null;
  const calls = new KeytarCalls(options.keytar, secretService);
  const call = <Value>(use: (keytar: Keytar) => Promise<Value>) => calls.make(use);

  function trouble(why: KeychainError): { readonly kind: 'unavailable'; readonly why: KeychainError } {
    rest = { why, since: now() };
    provenAt = null;
    return { kind: 'unavailable', why };
  }

  /** A refused write (say, because the disk is full) is no reason to stop reading. */
  function unwritable(why: KeychainError): { readonly kind: 'unavailable'; readonly why: KeychainError } {
    return why === 'refused' ? { kind: 'unavailable', why } : trouble(why);
  }

  function proven() {
    rest = null;
    provenAt = now();
  }

  /** Resolves to why the keychain has to be left alone, or null. */
  async function resting(): Promise<KeychainError | null> {
    if (rest === null) return null;
    const state = secretService === null ? 'unknown' : await secretService.state();
    const seen = troubleOf(state);
    if (seen !== null) return seen;
    if (state !== 'unlocked' && now() - rest.since < REST) return rest.why;
    rest = null;
    return null;
  }

  /** Tries a dummy write; resolves to null when it succeeds. */
  async function probe(): Promise<KeychainError | null> {
    const written = await call((keytar) => keytar.setPassword(SERVICE, PROBE, PROBE));
    if (typeof written === 'string') return written;
    await call((keytar) => keytar.deletePassword(SERVICE, PROBE));
    proven();
    return null;
  }

  async function read(id: PrinterId): Promise<SecretRead> {
    const answeredLate = late.get(id);
    late.delete(id);
    if (answeredLate !== undefined) return answeredLate;
    // A call would show a second prompt.
    const left = calls.isPrompting ? 'locked' : await resting();
    if (left !== null) return { kind: 'unavailable', why: left };
    if (withheld && secretService !== null) {
      const why = troubleOfEntry(await secretService.entry(id));
      if (why !== null && why !== 'refused') return { kind: 'unavailable', why };
    }
    const entry = await call((keytar) => keytar.getPassword(SERVICE, id));
    if (typeof entry === 'string' && entry !== 'refused') return trouble(entry);
    if (typeof entry !== 'string' && entry.value !== null) return found(entry.value);
    if (secretService === null) return typeof entry === 'string' ? trouble(entry) : { kind: 'missing' };
    return readNothing(id, typeof entry === 'string' ? entry : null, secretService);
  }

  /** Finds out why the Secret Service returned nothing, or refused. */
  async function readNothing(
    id: PrinterId,
    refused: KeychainError | null,
    look: SecretServiceCheck,
  ): Promise<SecretRead> {
    // Checked before the dummy write, which would show a second prompt right after the one just dismissed.
    const seen = troubleOf(await look.state());
    if (seen !== null) return trouble(seen);
    const listed = await look.entry(id);
    const why = troubleOfEntry(listed);
    if (why !== null && why !== 'refused') {
      withheld = true;
      return { kind: 'unavailable', why };
    }
    if (refused !== null) return trouble(refused);
    if (listed === 'not-listed') return { kind: 'missing' };
    if (listed === 'unknown') {
      if (provenAt !== null && now() - provenAt < PROOF_HOLDS) return { kind: 'missing' };
      const unproven = await probe();
      if (unproven !== null) return trouble(unproven);
    }
    // It may have been unlocked or written since the first read.
    const again = await call((keytar) => keytar.getPassword(SERVICE, id));
    if (typeof again === 'string') return trouble(again);
    if (again.value !== null) return found(again.value);
    return listed === 'open' ? trouble('refused') : { kind: 'missing' };
  }

  function found(entry: string): SecretRead {
    proven();
    const secret = fromEntry(entry);
    return secret === null ? { kind: 'missing' } : { kind: 'found', secret };
  }

  async function write(id: PrinterId, entry: string): Promise<SecretWrite> {
    const written = await writeEntry(calls, secretService, id, entry);
    // The helper process may have ended between the write and its response.
    if (written === 'refused') return { ...unwritable(written), mayBeKept: true };
    if (typeof written === 'string') return unwritable(written);
    if (written.value !== entry) return { ...unwritable('refused'), mayBeKept: true };
    proven();
    return { kind: 'kept' };
  }

  async function remove(id: PrinterId): Promise<SecretRemoval> {
    late.delete(id);
    if (withheld && secretService !== null) {
      const why = troubleOfEntry(await secretService.entry(id));
      if (why !== null && why !== 'refused') return { kind: 'unavailable', why };
    }
    const removed = await call((keytar) => keytar.deletePassword(SERVICE, id));
    if (typeof removed === 'string') return unwritable(removed);
    // A locked keyring returns false too.
    if (!removed.value && secretService !== null) {
      const why = troubleOf(await secretService.state());
      if (why !== null) return unwritable(why);
      const state = await secretService.entry(id);
      withheld ||= state === 'withheld' || state === 'in-locked-keyring';
      const still = state === 'unknown' ? await probe() : troubleOfEntry(state);
      if (still !== null) return { kind: 'unavailable', why: still };
    }
    listed.delete(id);
    return { kind: 'gone' };
  }

  const behindPrompt = { kind: 'unavailable', why: 'asking' } as const;
  const keepLate = (id: PrinterId) => async (result: SecretRead) => {
    if (result.kind === 'found') late.set(id, result);
  };
  const tryAgain = () => {
    rest = null;
    withheld = false;
  };

  return {
    read(id) {
      listed.add(id);
      const begin = () => {
        const done = read(id);
        current = { id, done };
        return done;
      };
      return queue.run<SecretRead>(begin, timeLimits.read, behindPrompt, keepLate(id));
    },
    write(id, secret) {
      late.delete(id);
      const entry = toEntry(secret);
      if (entry === null) return Promise.resolve({ kind: 'too-long' });
      // The user saw that it failed. A new printer's secret must not stay behind without a printer in the list; for a
      // listed printer the new secret is as good as the old one.
      const takeBack = async (result: SecretWrite) => {
        if (result.kind === 'kept' && !listed.has(id)) await remove(id);
      };
      const written = queue.run<SecretWrite>(
        () => write(id, entry),
        timeLimits.write,
        { ...behindPrompt, mayBeKept: true },
        takeBack,
      );
      return written.then((result) => {
        if (result.kind === 'kept') listed.add(id);
        return result;
      });
    },
    remove: (id) => queue.run<SecretRemoval>(() => remove(id), timeLimits.read, behindPrompt),
    tryAgain,
    async bringUp() {
      const state = secretService === null ? 'unknown' : await secretService.state();
      if (state === 'no-keyring') {
        void queue.run<KeychainError | null>(probe, timeLimits.write, 'asking');
        return 'wait';
      }
      // Without a read, which would show its own prompt once this one is dismissed.
      if (state === 'locked' && (await secretService?.prompt())) return 'wait';
      tryAgain();
      return 'refresh';
    },
    async stopAsking() {
      secretService?.dismissPrompt();
      if (current === null || !calls.isSlow || (await secretService?.entry(current.id)) !== 'open') return;
      options.endKeytar?.();
      await current.done;
      // The queue is free in the next turn of the event loop.
      await new Promise(setImmediate);
    },
    onAsking: (listener) => calls.onAsking(listener),
    async close() {
      late.clear();
      const atRest = await queue.close(SECOND);
      options.endKeytar?.();
      return atRest || options.endKeytar !== undefined;
    },
  };
}
