import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../dbus/bus-connection.ts';
import { type SessionBus, theSessionBus } from '../dbus/session-bus.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import { KWallet } from './kwallet.ts';

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
  | 'unknown';

/** Whether the service lists an entry, and whether it would return it without a prompt. */
export type EntryState = 'open' | 'withheld' | 'in-locked-keyring' | 'not-listed' | 'unknown';

/** Checks the Secret Service. Only `prompt` shows a prompt; no method throws or takes longer than 3 s. */
export interface SecretServiceLook {
  state(): Promise<SecretServiceState>;
  /** Returns the state of the entry with that account; to be called only while the service is unlocked. */
  entry(account: PrinterId): Promise<EntryState>;
  /** Shows the prompt that unlocks the default keyring, at the user's request. Resolves to false when there is none. */
  prompt(): Promise<boolean>;
}

const SERVICE = 'org.freedesktop.secrets';
const path = '/org/freedesktop/secrets';
const serviceInterface = 'org.freedesktop.Secret.Service';
const properties = 'org.freedesktop.DBus.Properties';
const answerTimeout: Milliseconds = 3_000;
/** Between two checks of a service that is starting. */
const startUp: Milliseconds = 150;

/**
 * Calls the Secret Service on the session bus. Unlike any call of libsecret on a locked keyring, a check never shows a
 * prompt, and unlike libsecret's error texts, the results do not depend on the language. Source: the Secret Service API
 * specification 0.2.
 */
export class SecretService implements SecretServiceLook {
  readonly #bus: SessionBus;
  readonly #kwallet: KWallet;

  constructor(bus: SessionBus, kwallet = new KWallet(bus)) {
    this.#bus = bus;
    this.#kwallet = kwallet;
  }

  async state(): Promise<SecretServiceState> {
    const until = performance.now() + answerTimeout;
    let alias = await this.#readAlias(until);
    if (alias.kind !== 'returned' && whyNot(alias) === 'no-secret-service') {
      const started = await this.#kwallet.start();
      if (started === 'disabled') return 'kwallet-disabled';
      if (started === 'started') alias = await this.#readAliasOfStarted(until);
    }
    if (alias.kind !== 'returned') return whyNot(alias);
    const [collection] = alias.body;
    if (typeof collection !== 'string') return 'unknown';
    if (collection === '/') return 'no-keyring';
    const locked = await this.#isLocked(collection, until);
    if (typeof locked !== 'boolean') return locked;
    return locked && !(await this.#opensByItself(collection, until)) ? 'locked' : 'unlocked';
  }

  async entry(account: PrinterId): Promise<EntryState> {
    const until = performance.now() + answerTimeout;
    const attributes = { service: 'OctoGlance', account };
    const found = await this.#call(until, path, serviceInterface, 'SearchItems', 'a{ss}', [attributes]);
    if (found.kind !== 'returned') return 'unknown';
    const [open, withheld] = found.body;
    if (!Array.isArray(open) || !Array.isArray(withheld)) return 'unknown';
    if (open.length > 0) return 'open';
    const [item] = withheld;
    if (item === undefined) return 'not-listed';
    const keyring = String(item).replace(/\/[^/]*$/, '');
    const locked = await this.#isLocked(keyring, until);
    if (locked !== true) return 'withheld';
    return (await this.#opensByItself(keyring, until)) ? 'open' : 'in-locked-keyring';
  }

  async prompt(): Promise<boolean> {
    const until = performance.now() + answerTimeout;
    const alias = await this.#readAlias(until);
    const [collection] = alias.kind === 'returned' ? alias.body : [];
    if (typeof collection !== 'string' || collection === '/') return false;
    const unlocked = await this.#call(until, path, serviceInterface, 'Unlock', 'ao', [[collection]]);
    const [, prompt] = unlocked.kind === 'returned' ? unlocked.body : [];
    if (typeof prompt !== 'string' || prompt === '/') return false;
    const shown = await this.#call(until, prompt, 'org.freedesktop.Secret.Prompt', 'Prompt', 's', ['']);
    // KWallet responds only when the dialogue is closed.
    return shown.kind === 'returned' || shown.kind === 'no-answer';
  }

  async #isLocked(collection: string, until: number): Promise<boolean | SecretServiceState> {
    const of = ['org.freedesktop.Secret.Collection', 'Locked'];
    const answer = await this.#call(until, collection, properties, 'Get', 'ss', of);
    if (answer.kind !== 'returned') return whyNot(answer);
    const [locked] = answer.body;
    return typeof locked === 'boolean' ? locked : 'unknown';
  }

  /**
   * Resolves to whether a keyring that reports `Locked` opens without user interaction. KWallet reports a wallet opened
   * at login as locked until a client unlocks it, with a prompt that ends without a dialogue (KWallet 5.103).
   */
  async #opensByItself(collection: string, until: number): Promise<boolean> {
    const wallet = await this.#kwallet.isOpen(SERVICE, collection);
    if (wallet !== null) return wallet;
    const answer = await this.#call(until, path, serviceInterface, 'Unlock', 'ao', [[collection]]);
    if (answer.kind !== 'returned') return false;
    const [, prompt] = answer.body;
    if (prompt === '/') return true;
    // Otherwise the prompt would stay at the service as long as this connection.
    if (typeof prompt === 'string') void this.#call(until, prompt, 'org.freedesktop.Secret.Prompt', 'Dismiss', '', []);
    return false;
  }

  /** Retries, because KWallet acquires the Secret Service's name shortly after its own. */
  async #readAliasOfStarted(until: number): Promise<Answer> {
    for (;;) {
      const alias = await this.#readAlias(until);
      if (alias.kind !== 'error' || performance.now() + startUp > until) return alias;
      await wait(startUp);
    }
  }

  #readAlias(until: number): Promise<Answer> {
    return this.#call(until, path, serviceInterface, 'ReadAlias', 's', ['default']);
  }

  #call(
    until: number,
    object: string,
    interfaceName: string,
    member: string,
    signature: string,
    body: readonly unknown[],
  ): Promise<Answer> {
    const timeLimit = Math.max(0, until - performance.now());
    return this.#bus.call({ to: SERVICE, path: object, interface: interfaceName, member, signature, body, timeLimit });
  }
}

function whyNot(answer: Exclude<Answer, { kind: 'returned' }>): SecretServiceState {
  if (answer.kind === 'no-bus') return 'no-session-bus';
  const gone = /^org\.freedesktop\.DBus\.Error\.(ServiceUnknown|NameHasNoOwner|NoReply|Disconnected|Spawn\.)/;
  return answer.kind === 'error' && gone.test(answer.name) ? 'no-secret-service' : 'unknown';
}

let one: SecretService | null = null;

/** Returns the Secret Service of this process's session. */
export function theSecretService(): SecretService {
  one ??= new SecretService(theSessionBus());
  return one;
}
