import type { KeychainError } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import { type Instant, MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import { fromEntry, toEntry } from './keychain-entry.ts';
import type { KeychainOptions } from './keychain-options.ts';
import { troubleOf, troubleOfEntry } from './keychain-status.ts';
import type { Keytar } from './keytar.ts';
import { KeytarCalls } from './keytar-calls.ts';
import { type SecretServiceLook, theSecretService } from './secret-service.ts';
import type { Keychain, SecretRead, SecretRemoval, SecretWrite } from './secret-store.ts';
import { createSerialQueue } from './serial-queue.ts';

const SERVICE = 'OctoGlance';
const PROBE = 'probe';

/** How long one proof that the keychain takes writes spares further `null` answers the dummy write. */
const PROOF_HOLDS: Milliseconds = 5 * SECOND;

/** How long a keychain that said no is left alone where its state cannot be seen from outside. */
const REST: Milliseconds = 5 * MINUTE;

/**
 * The system's keychain as a store of secrets: service `OctoGlance`, account = printer id.
 *
 * What was found with the real GNOME Keyring 42.1 and libsecret 0.20.5:
 * - Reading an *existing* entry of a locked keyring makes libsecret ask for the unlock prompt, and so does every write:
 *   one prompt per call. When the user dismisses it (or no prompter runs), a read answers `null`, as if there were no
 *   such entry, a write rejects, a removal says false at once.
 * - The call blocks one of Node's four worker threads as long as the prompt stands open, without limit.
 * - libsecret keeps hold of the keyring's process it first spoke to. When that process is replaced, every call of this
 *   process rejects from then on.
 *
 * The last two are why keytar runs in a helper process there (`createKeytarProcess`), which also takes the blow should
 * libsecret crash.
 *
 * Hence: one call at a time (so never two prompts at once), with a time limit for the caller only. One prompt may
 * appear when the keychain is first found locked; after that it is left alone until it is seen open from outside, or
 * the user asks again, or writes. `null` is believed where an unlocked Secret Service lists no such entry; one that lists
 * it, as KeePassXC does, was told not to hand it out, and is not asked again unasked. Only where it lists nothing at all is
 * `null` believed after a dummy write that went through, and a second look. On
 * Windows and macOS `null` does mean missing: keytar answers it for ERROR_NOT_FOUND and errSecItemNotFound alone.
 *
 * No error of keytar is passed on: the answers say all, in one language, and never hold a secret. Nothing here throws.
 */
export function createKeychain(options: KeychainOptions): Keychain {
  const { now = () => performance.now(), timeLimits = { read: 10 * SECOND, write: 2 * MINUTE } } = options;
  const secretService =
    options.secretService === undefined
      ? process.platform === 'linux'
        ? theSecretService()
        : null
      : options.secretService;
  const queue = createSerialQueue();
  /** Printers that were asked for, so they are listed. */
  const listed = new Set<PrinterId>();
  let rest: { readonly why: KeychainError; readonly since: Instant } | null = null;
  let provenAt: Instant | null = null;
  /** An entry was not handed out though the keychain is open: none that is withheld is asked for until the user wants it. */
  let withheld = false;
  /** What a question brought that was answered after the caller had gone on; it would be asked again for that. */
  const late = new Map<PrinterId, SecretRead & { readonly kind: 'found' }>();
  /** The read under way. */
  let current: { readonly id: PrinterId; readonly done: Promise<SecretRead> } | null = null;
  const calls = new KeytarCalls(options.keytar, secretService);
  const call = <Value>(use: (keytar: Keytar) => Promise<Value>) => calls.make(use);

  function trouble(why: KeychainError): { readonly kind: 'unavailable'; readonly why: KeychainError } {
    rest = { why, since: now() };
    provenAt = null;
    return { kind: 'unavailable', why };
  }

  /** Refusing to write (a full disk, say) is no reason to stop reading. */
  function unwritable(why: KeychainError): { readonly kind: 'unavailable'; readonly why: KeychainError } {
    return why === 'refused' ? { kind: 'unavailable', why } : trouble(why);
  }

  function proven() {
    rest = null;
    provenAt = now();
  }

  /** Why the keychain is to be left alone, or null. */
  async function resting(): Promise<KeychainError | null> {
    if (rest === null) return null;
    const state = secretService === null ? 'unknown' : await secretService.state();
    const seen = troubleOf(state);
    if (seen !== null) return seen;
    if (state !== 'unlocked' && now() - rest.since < REST) return rest.why;
    rest = null;
    return null;
  }

  /** Null when a write goes through. */
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
    const left = await resting();
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

  /** What it means that the Secret Service brought nothing, or refused. */
  async function readNothing(
    id: PrinterId,
    refused: KeychainError | null,
    look: SecretServiceLook,
  ): Promise<SecretRead> {
    // Looked at before the dummy write, which would bring up a second prompt right after the one just dismissed.
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
    // It may have been unlocked, or written, between the first look and now.
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
    const written = await call(async (keytar) => {
      await keytar.setPassword(SERVICE, id, entry);
      return keytar.getPassword(SERVICE, id);
    });
    // The helper process may have ended between the writing and its answer.
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
    // False is also what a locked keyring answers.
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

  /** Hanging means that the system's unlock prompt stands open. */
  const hanging = { kind: 'unavailable', why: 'asking' } as const;
  const keepLate = (id: PrinterId) => async (result: SecretRead) => {
    if (result.kind === 'found') late.set(id, result);
  };
  const askAgain = () => {
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
      return queue.run<SecretRead>(begin, timeLimits.read, hanging, keepLate(id));
    },
    write(id, secret) {
      late.delete(id);
      const entry = toEntry(secret);
      if (entry === null) return Promise.resolve({ kind: 'too-long' });
      // The user saw that it failed. For a new printer nothing may stay behind that no list knows of; for a
      // listed one the new secret is as good as the old one.
      const takeBack = async (result: SecretWrite) => {
        if (result.kind === 'kept' && !listed.has(id)) await remove(id);
      };
      return queue.run<SecretWrite>(
        () => write(id, entry),
        timeLimits.write,
        { ...hanging, mayBeKept: true },
        takeBack,
      );
    },
    remove: (id) => queue.run<SecretRemoval>(() => remove(id), timeLimits.read, hanging),
    askAgain,
    async bringUp() {
      const state = secretService === null ? 'unknown' : await secretService.state();
      if (state === 'no-keyring') {
        void queue.run<KeychainError | null>(probe, timeLimits.write, 'asking');
        return 'wait';
      }
      // By itself, without a read: that would come up with a prompt of its own once this one is dismissed.
      if (state === 'locked' && (await secretService?.prompt())) return 'wait';
      askAgain();
      return 'refresh';
    },
    async stopAsking() {
      if (current === null || !calls.isSlow || (await secretService?.entry(current.id)) !== 'open') return;
      options.endKeytar?.();
      await current.done;
      // The queue is free with the next turn.
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
