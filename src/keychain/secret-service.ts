import { setTimeout as wait } from 'node:timers/promises';
import type { BusReply } from '../dbus/bus-connection.ts';
import { type SessionBus, theSessionBus } from '../dbus/session-bus.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import { KWallet } from './kwallet.ts';
import { responseTimeout, SECRET_SERVICE, SecretServiceCalls } from './secret-service-calls.ts';
import { UnlockPrompt } from './unlock-prompt.ts';

/** The state of Linux's Secret Service (GNOME Keyring, KWallet, KeePassXC…) as found without a prompt. */
export type SecretServiceState =
  | 'no-session-bus'
  | 'no-secret-service'
  /** The only keychain is KWallet, and the user has disabled it in its settings. */
  | 'kwallet-disabled'
  | 'locked'
  | 'unlocked'
  /** The service has no keyring, wallet or open database (yet): a write would ask the user to create one. */
  | 'no-keyring'
  /** It runs but didn't reply in time: it hangs, or is busy. */
  | 'not-responding'
  | 'unknown';

/** Whether the service lists an entry, and whether it would return it without a prompt. */
export type EntryState = 'open' | 'withheld' | 'in-locked-keyring' | 'not-listed' | 'unknown';

/** Checks the Secret Service. Only `prompt` shows a prompt; no method throws or takes longer than 3 s. */
export interface SecretServiceCheck {
  state(): Promise<SecretServiceState>;
  /** Returns the state of the entry with that account; to be called only while the service is unlocked. */
  entry(account: PrinterId): Promise<EntryState>;
  /** Whether more than one entry has that account: each keyring can have its own. False if that can't be found out. */
  isDoubled(account: PrinterId): Promise<boolean>;
  /**
   * Shows the prompt that unlocks the keyring with the tokens, at the user's request and never twice. Resolves to false
   * when there is none.
   */
  prompt(): Promise<boolean>;
  /** Waits for that prompt no longer, and takes it off the screen where possible. */
  dismissPrompt(): void;
  /** `listener` is called when that prompt opens and when it closes. */
  onPrompt(listener: (open: boolean) => void): void;
}

/** Between two checks of a service that is starting. */
const startUp: Milliseconds = 150;

/**
 * Calls the Secret Service on the session bus. Unlike any call of libsecret on a locked keyring, a check never shows a
 * prompt, and unlike libsecret's error texts, the results do not depend on the language. Source: the Secret Service API
 * specification 0.2.
 */
export class SecretService implements SecretServiceCheck {
  readonly #calls: SecretServiceCalls;
  readonly #kwallet: KWallet;
  readonly #prompt: UnlockPrompt;
  /** Keyrings of GNOME Keyring that need a password, each with the bus name of the process that said so. */
  readonly #needPassword = new Map<string, string>();

  constructor(bus: SessionBus, kwallet = new KWallet(bus)) {
    this.#calls = new SecretServiceCalls(bus);
    this.#prompt = new UnlockPrompt(bus, this.#calls);
    this.#kwallet = kwallet;
  }

  async state(): Promise<SecretServiceState> {
    const until = performance.now() + responseTimeout;
    let alias = await this.#calls.readDefault(until);
    if (alias.kind !== 'returned' && whyNot(alias) === 'no-secret-service') {
      const started = await this.#kwallet.start();
      if (started === 'disabled') return 'kwallet-disabled';
      if (started === 'started') alias = await this.#readDefaultOfStarted(until);
    }
    if (alias.kind !== 'returned') return whyNot(alias);
    const [collection] = alias.body;
    if (typeof collection !== 'string') return 'unknown';
    const usual = collection === '/' ? 'no-keyring' : await this.#stateOf(collection, until);
    if (usual !== 'locked' && usual !== 'no-keyring') return usual;
    // The tokens may be in another keyring: the default one was changed, or its alias was lost.
    const used = await this.#calls.keyringsWithEntries(until);
    for (const keyring of used)
      if (keyring !== collection && (await this.#stateOf(keyring, until)) === 'unlocked') return 'unlocked';
    return used.length > 0 ? 'locked' : usual;
  }

  async entry(account: PrinterId): Promise<EntryState> {
    const until = performance.now() + responseTimeout;
    const found = await this.#search(account, until);
    if (found === null) return 'unknown';
    const { open, withheld } = found;
    if (open.length > 0) return 'open';
    const [item] = withheld;
    if (item === undefined) return 'not-listed';
    const keyring = String(item).replace(/\/[^/]*$/, '');
    const locked = await this.#calls.isLocked(until, keyring);
    if (locked.kind !== 'returned' || locked.body[0] !== true) return 'withheld';
    return (await this.#opensByItself(keyring, until)) ? 'open' : 'in-locked-keyring';
  }

  async isDoubled(account: PrinterId): Promise<boolean> {
    const found = await this.#search(account, performance.now() + responseTimeout);
    return found !== null && found.open.length + found.withheld.length > 1;
  }

  async #search(account: PrinterId, until: number) {
    const attributes = { service: 'OctoGlance', account };
    const found = await this.#calls.service(until, 'SearchItems', 'a{ss}', [attributes]);
    if (found.kind !== 'returned') return null;
    const [open, withheld]: readonly unknown[] = found.body;
    return Array.isArray(open) && Array.isArray(withheld) ? { open, withheld } : null;
  }

  async prompt(): Promise<boolean> {
    const until = performance.now() + responseTimeout;
    const alias = await this.#calls.readDefault(until);
    const [usual] = alias.kind === 'returned' ? alias.body : [];
    if (typeof usual !== 'string') return false;
    const used = await this.#calls.keyringsWithEntries(until);
    const keyring = used.includes(usual) ? usual : (used[0] ?? usual);
    return keyring !== '/' && this.#prompt.show(keyring);
  }

  dismissPrompt(): void {
    void this.#prompt.dismiss();
  }

  onPrompt(listener: (open: boolean) => void): void {
    this.#prompt.onChange(listener);
  }

  async #stateOf(keyring: string, until: number): Promise<SecretServiceState> {
    const reply = await this.#calls.isLocked(until, keyring);
    if (reply.kind !== 'returned') return whyNot(reply);
    const [locked] = reply.body;
    if (typeof locked !== 'boolean') return 'unknown';
    // While it is open, its password may be changed or removed.
    if (!locked) this.#needPassword.delete(keyring);
    return locked && !(await this.#opensByItself(keyring, until)) ? 'locked' : 'unlocked';
  }

  /**
   * Resolves to whether a keyring that reports `Locked` opens without user interaction. KWallet reports a wallet opened
   * at login as locked until a client unlocks it, with a prompt that ends without a dialogue (KWallet 5.103); GNOME
   * Keyring a keyring without a password (42.1).
   */
  async #opensByItself(keyring: string, until: number): Promise<boolean> {
    const wallet = await this.#kwallet.isOpen(SECRET_SERVICE, keyring);
    if (wallet !== null) return wallet;
    if (this.#prompt.isOpen) return false;
    const provider = await this.#calls.provider(until);
    if (provider.kind === 'unknown') return false;
    const owner = provider.kind === 'gnome-keyring' ? provider.owner : null;
    if (owner !== null && this.#needPassword.get(keyring) === owner) return false;
    const reply = await this.#calls.service(until, 'Unlock', 'ao', [[keyring]]);
    if (reply.kind !== 'returned') return false;
    const [, prompt] = reply.body;
    if (prompt === '/') return true;
    // The prompt, which is not shown, would stay at the service as long as this connection. GNOME Keyring crashes if
    // one is dismissed while another is open, of any program (42.1), so it keeps this one and is not asked again.
    if (owner !== null) this.#needPassword.set(keyring, owner);
    else if (typeof prompt === 'string')
      void this.#calls.on(until, prompt, 'org.freedesktop.Secret.Prompt', 'Dismiss', '', []);
    return false;
  }

  /** Retries, because KWallet acquires the Secret Service's name shortly after its own. */
  async #readDefaultOfStarted(until: number): Promise<BusReply> {
    for (;;) {
      const alias = await this.#calls.readDefault(until);
      if (alias.kind !== 'error' || performance.now() + startUp > until) return alias;
      await wait(startUp);
    }
  }
}

function whyNot(reply: Exclude<BusReply, { kind: 'returned' }>): SecretServiceState {
  if (reply.kind === 'no-bus') return 'no-session-bus';
  if (reply.kind === 'no-answer') return 'not-responding';
  const gone = /^org\.freedesktop\.DBus\.Error\.(ServiceUnknown|NameHasNoOwner|NoReply|Disconnected|Spawn\.)/;
  return gone.test(reply.name) ? 'no-secret-service' : 'unknown';
}

let one: SecretService | null = null;

/** Returns the Secret Service of this process's session. */
export function theSecretService(): SecretService {
  one ??= new SecretService(theSessionBus());
  return one;
}
