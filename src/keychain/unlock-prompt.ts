import type { SessionBus } from '../dbus/session-bus.ts';
import { responseTimeout, SECRET_SERVICE, type SecretServiceCalls } from './secret-service-calls.ts';

const promptInterface = 'org.freedesktop.Secret.Prompt';

/**
 * The prompt that unlocks a keyring at the user's request. There is never a second one: GNOME Keyring would show it as
 * soon as the first is dismissed.
 */
export class UnlockPrompt {
  readonly #bus: SessionBus;
  readonly #calls: SecretServiceCalls;
  #opening: Promise<boolean> | null = null;
  #open: { readonly path: string; readonly forget: () => void } | null = null;
  #notify: (open: boolean) => void = () => {};

  constructor(bus: SessionBus, calls: SecretServiceCalls) {
    this.#bus = bus;
    this.#calls = calls;
  }

  /**
   * `listener` is called when the prompt opens, and when it was answered, was dismissed or is gone with its service.
   */
  onChange(listener: (open: boolean) => void): void {
    this.#notify = listener;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Shows the prompt for that keyring unless one is open; resolves to false if there is nothing to ask. */
  show(keyring: string): Promise<boolean> {
    if (this.#open !== null) return Promise.resolve(true);
    this.#opening ??= this.#show(keyring).finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /**
   * Waits for the prompt no longer, because the keyring is open, and takes it off the screen; not GNOME Keyring's,
   * which crashes when any prompt is dismissed while one is open (42.1).
   */
  async dismiss(): Promise<void> {
    if (this.#open === null) return;
    const { path } = this.#open;
    this.#end();
    const until = performance.now() + responseTimeout;
    if ((await this.#calls.provider(until)).kind === 'other')
      await this.#calls.on(until, path, promptInterface, 'Dismiss', '', []);
  }

  async #show(keyring: string): Promise<boolean> {
    const until = performance.now() + responseTimeout;
    const unlocked = await this.#calls.service(until, 'Unlock', 'ao', [[keyring]]);
    const [, path] = unlocked.kind === 'returned' ? unlocked.body : [];
    if (typeof path !== 'string' || path === '/') return false;
    this.#begin(path);
    const shown = await this.#calls.on(until, path, promptInterface, 'Prompt', 's', ['']);
    // KWallet responds only when the dialogue is closed.
    if (shown.kind === 'returned' || shown.kind === 'no-answer') return true;
    this.#end();
    return false;
  }

  #begin(path: string): void {
    let service: string | null | undefined;
    const stops = [
      this.#bus.onSignal({ sender: SECRET_SERVICE, interface: promptInterface }, (signal) => {
        if (signal.path === path && signal.member === 'Completed') this.#end();
      }),
      this.#bus.watchName(SECRET_SERVICE, (owner) => {
        if (owner === null || (service !== undefined && owner !== service)) this.#end();
        service = owner;
      }),
    ];
    const forget = () => {
      for (const stop of stops) stop();
    };
    this.#open = { path, forget };
    this.#notify(true);
  }

  #end(): void {
    if (this.#open === null) return;
    this.#open.forget();
    this.#open = null;
    this.#notify(false);
  }
}
