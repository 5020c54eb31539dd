import type { Snapshot } from '../contract/contract.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { AddResult, KeepSecret, RequestResult, SignInChoice } from '../domain/results.ts';
import { SECOND, type SleepAwareClock, type Timer } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import type { SignInStore } from '../storage/sign-in-store.ts';
import { withTimeout } from '../timers/with-timeout.ts';
import type { Connections, NewConnection, OtherPrinter } from './connections.ts';
import type { Portal } from './portal.ts';
import { acceptsCallback, endOf, type HeldConnection, type SignIn, timeLeft } from './sign-in.ts';
import type { SignInEvent } from './sign-in-event.ts';
import { asksBeyondForm, fits, isUndecided, questionOf } from './sign-in-question.ts';

export interface SignInParts {
  readonly connections: Connections;
  readonly portal: Portal;
  readonly clock: Pick<SleepAwareClock, 'now' | 'sinceBoot'>;
  /** Saves a sign-in that is waiting for the browser, so that it survives a restart. */
  readonly waiting: Pick<SignInStore, 'value' | 'save'>;
  readonly timer: Timer;
  readonly messages: () => Messages;
}

/** How many nonces of ended sign-ins are remembered, to explain late links. */
const rememberedNonces = 20;

/**
 * One sign-in at a time: opened in the browser, ended by its callback, by the user, or after 15 minutes. The new
 * connection may need a decision by the user; until then it is only in memory.
 */
export class SignInFlow {
  readonly #parts: SignInParts;
  #signIn: SignIn | null = null;
  #nonces: readonly string[] = [];
  #changed: () => void = () => {};
  #notify: (kind: SignInEvent) => void = () => {};

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  onChange(listener: () => void): void {
    this.#changed = listener;
  }

  onEvent(listener: (kind: SignInEvent) => void): void {
    this.#notify = listener;
  }

  async start(printer: PrinterId | null): Promise<RequestResult> {
    const nonce = this.#parts.portal.newNonce();
    this.#nonces = [...this.#nonces, nonce].slice(-rememberedNonces);
    const begun: SignIn = {
      printer,
      nonce,
      ...this.#startingNow(),
      comesBack: null,
      step: { at: 'browser' },
    };
    this.#set(begun);
    // Saved before the browser opens; a hanging disk must not block the sign-in.
    await withTimeout(SECOND, this.#parts.waiting.save({ printer, nonce, startedAt: begun.startedAt })).catch(() => {});
    if (this.#signIn !== begun) return { ok: true };
    const opened = await this.#parts.portal.open(nonce);
    // The browser may already have returned, or the user have cancelled.
    if (this.#signIn === begun) this.#set(opened.ok ? { ...begun, comesBack: opened.comesBack } : null);
    return opened.ok ? { ok: true } : opened;
  }

  /** At start, resumes a sign-in that was waiting for the browser when the app last quit, unless it has expired. */
  resume(): void {
    const waiting = this.#parts.waiting.value();
    if (waiting === null) return;
    const signIn: SignIn = { ...waiting, startedSinceBoot: null, comesBack: null, step: { at: 'browser' } };
    if (!acceptsCallback(signIn, waiting.nonce, this.#parts.clock)) return void this.#parts.waiting.save(null);
    this.#nonces = [waiting.nonce];
    this.#set(signIn);
  }

  /** Opens the sign-in page again; this does not extend the time limit. */
  async openAgain(): Promise<RequestResult> {
    const signIn = this.#signIn;
    if (signIn?.step.at !== 'browser') return { ok: false, message: this.#texts().overAlready };
    const opened = await this.#parts.portal.open(signIn.nonce);
    return opened.ok ? { ok: true } : opened;
  }

  /** Copies the address of the sign-in page, for another browser. */
  async copyLink(): Promise<RequestResult> {
    const signIn = this.#signIn;
    if (signIn?.step.at !== 'browser') return { ok: false, message: this.#texts().overAlready };
    return this.#parts.portal.copy(signIn.nonce);
  }

  /** Ends the sign-in, whatever its browser tab still does, and drops a pending connection. */
  cancel(): RequestResult {
    this.#set(null);
    return { ok: true };
  }

  /** Handles a link that the system passed to the app. Any website can trigger one, so the nonce is checked first. */
  async takeCallback(link: string): Promise<void> {
    const { nonce, connection } = this.#parts.portal.readCallback(link);
    const signIn = this.#signIn;
    if (!acceptsCallback(signIn, nonce, this.#parts.clock)) {
      this.#tellStray(nonce);
      return;
    }
    if (!('secret' in connection)) {
      this.#set(null);
      this.#notify({ event: 'failed', printer: signIn.printer, message: connection });
      return;
    }
    const printer = this.#listed(signIn.printer);
    await this.#finish(signIn, { connection, printer, evenIfOther: false, keep: 'keychain' });
  }

  /** Applies the user's decision about the pending connection. */
  async answer(choice: SignInChoice): Promise<RequestResult> {
    const signIn = this.#signIn;
    if (signIn?.step.at !== 'question' || !fits(choice, signIn.step.question)) {
      return { ok: false, message: this.#texts().nothingAsked };
    }
    const { held } = signIn.step;
    const chosen: HeldConnection =
      choice === 'add'
        ? { ...held, printer: null }
        : { ...held, printer: this.#listed(held.printer), evenIfOther: held.evenIfOther || choice === 'replace' };
    await this.#finish(signIn, choice === 'until-quit' ? { ...chosen, keep: choice } : chosen);
    return { ok: true };
  }

  /**
   * Connects with what the user pasted. Ends a pending sign-in; a decision is requested as for a sign-in. If the user is
   * no longer waiting for the result, a refusal or a question is reported too.
   */
  async takePasted(
    printer: PrinterId | null,
    connection: NewConnection,
    keep: KeepSecret,
    isWaiting: () => boolean = () => true,
  ): Promise<AddResult> {
    const held: HeldConnection = { connection, printer, evenIfOther: false, keep };
    const before = this.#signIn;
    const result = await this.#connect(held);
    // The user has begun another sign-in meanwhile, which goes on.
    const isCurrent = this.#signIn === before;
    // Whoever waits has the form with the connection; otherwise it would be lost.
    if (isCurrent && !result.ok && asksBeyondForm(result, connection, isWaiting())) {
      this.#ask({ printer, nonce: this.#parts.portal.newNonce(), comesBack: null }, result, held);
      if (!isWaiting()) this.#notify({ event: 'question', printer });
      return { ok: true, printer: null };
    }
    const { overAlready } = this.#texts();
    const added =
      'connectedName' in result ? { ok: false as const, message: overAlready, canKeepUntilQuit: false } : result;
    if (added.ok && isCurrent) this.#set(null);
    if (added.ok) this.#notify({ event: 'pasted' });
    else if (!isWaiting()) this.#notify({ event: 'refused-late', printer, message: added.message });
    return added;
  }

  /** Returns what the window shows; never the nonce or the pending connection. */
  view(): Snapshot['signIn'] {
    if (this.#signIn === null) return null;
    const { startedAt, comesBack, step } = this.#signIn;
    const printer = this.#listed(this.#signIn.printer);
    const waitsUntil = endOf(this.#signIn, this.#parts.clock);
    return { printer, startedAt, waitsUntil, comesBack, step: step.at === 'question' ? step.question : step.at };
  }

  async #finish(signIn: SignIn, held: HeldConnection): Promise<void> {
    const checking = this.#set({ ...signIn, step: { at: 'checking' } });
    const result = await this.#connect(held);
    // Cancelled or replaced by another sign-in meanwhile: a question about this one would come out of nowhere.
    const current = this.#signIn === checking;
    if (result.ok) {
      if (current) this.#set(null);
      if (result.printer !== null) {
        this.#notify({ event: 'connected', printer: result.printer, added: held.printer === null });
      }
    } else if (!current) {
      // Nobody waits for one that was cancelled.
      const message = 'message' in result ? result.message : this.#texts().overAlready;
      if (this.#signIn !== null) this.#notify({ event: 'refused-late', printer: signIn.printer, message });
    } else if ('connectedName' in result || isUndecided(result)) {
      this.#ask(signIn, result, held);
      this.#notify({ event: 'question', printer: signIn.printer });
    } else {
      this.#set(null);
      this.#notify({ event: 'failed', printer: signIn.printer, message: result.message });
    }
  }

  #ask(
    { printer, nonce, comesBack }: Pick<SignIn, 'printer' | 'nonce' | 'comesBack'>,
    result: Parameters<typeof questionOf>[0],
    held: HeldConnection,
  ): void {
    this.#set({ printer, nonce, ...this.#startingNow(), comesBack, step: questionOf(result, held) });
  }

  /** A printer that was removed meanwhile is added instead: its new connection may be given only once. */
  #listed(printer: PrinterId | null): PrinterId | null {
    return printer !== null && this.#parts.connections.isListed(printer) ? printer : null;
  }

  #connect({ connection, printer, evenIfOther, keep }: HeldConnection): Promise<AddResult | OtherPrinter> {
    return printer === null
      ? this.#parts.connections.add(connection, keep)
      : this.#parts.connections.reconnect(printer, connection, keep, evenIfOther);
  }

  /** Reports an unexpected link; silent about one that is being processed: reloading the page passes it twice. */
  #tellStray(nonce: string | null): void {
    const signIn = this.#signIn;
    if (nonce !== null && nonce === signIn?.nonce && signIn.step.at !== 'browser') return;
    // Timers stop while the computer sleeps.
    if (signIn?.step.at === 'browser' && timeLeft(signIn, this.#parts.clock) <= 0) this.#set(null);
    const waiting = this.#signIn?.step.at === 'browser';
    const known = nonce !== null && this.#nonces.includes(nonce);
    const { notThisOne, overAlready, notAskedFor } = this.#texts();
    const message = waiting ? notThisOne : known ? overAlready : notAskedFor;
    this.#notify({ event: 'unexpected-link', message, pending: waiting ? this.#signIn : null });
  }

  #texts(): Messages['connecting'] {
    return this.#parts.messages().connecting;
  }

  #startingNow(): Pick<SignIn, 'startedAt' | 'startedSinceBoot'> {
    return { startedAt: this.#parts.clock.now(), startedSinceBoot: this.#parts.clock.sinceBoot() };
  }

  #set(signIn: SignIn | null): SignIn | null {
    this.#signIn = signIn;
    if (signIn === null && this.#parts.waiting.value() !== null) void this.#parts.waiting.save(null);
    this.#parts.timer.clear();
    if (signIn !== null && signIn.step.at !== 'checking') {
      this.#parts.timer.set(timeLeft(signIn, this.#parts.clock), () => {
        const { timedOut, unanswered } = this.#texts();
        this.#set(null);
        this.#notify({ event: 'timed-out', message: signIn.step.at === 'browser' ? timedOut : unanswered });
      });
    }
    this.#changed();
    return signIn;
  }
}
