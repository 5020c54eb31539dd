import type { Message } from '../domain/message.ts';
import type { PollOutcome } from '../domain/outcome.ts';
import { newPrinter, type Printer, type PrinterId } from '../domain/printer.ts';
import type { AddResult, KeepSecret } from '../domain/results.ts';
import { namelessPrinter } from '../domain/sanitize-name.ts';
import type { Secret } from '../domain/secret.ts';
import type { Clock } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import { shownName } from '../i18n/printer-name.ts';
import { problemMessage, rejectedTokenMessage } from '../i18n/status-message.ts';
import type { SecretWrite } from '../keychain/secret-store.ts';
import type { TokenCache } from '../keychain/token-cache.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { Monitor } from '../monitor/monitor.ts';
import type { InfoClient } from '../octoeverywhere/info-client.ts';
import type { PrinterStore } from '../storage/printer-store.ts';
import { InTurn } from './in-turn.ts';
import type { InfoRequests } from './info-requests.ts';
import { isGivenOnce, isOther, type NewConnection, nameFrom, type OtherPrinter } from './new-connection.ts';
import type { PendingAdditions } from './pending-additions.ts';
import type { PrinterList } from './printer-list.ts';
import { listedAsSame, listedWithToken } from './same-printer.ts';

export type { NewConnection, OtherPrinter };

/** The result of finishing an interrupted addition. */
export type Adoption =
  | 'listed'
  /** The keychain has no secret for it, or another printer in the list uses the same token. */
  | 'not-wanted'
  /** The keychain cannot be read now. */
  | 'later';

export interface ConnectionsParts {
  readonly fleet: Fleet;
  readonly monitor: Monitor;
  readonly tokens: TokenCache;
  readonly printers: PrinterStore;
  readonly additions: Pick<PendingAdditions, 'begin' | 'listed' | 'abandon'>;
  readonly list: Pick<PrinterList, 'leaving'>;
  readonly requests: InfoRequests;
  readonly client: InfoClient;
  readonly clock: Pick<Clock, 'now'>;
  readonly messages: () => Messages;
}

/** Adds and renews App Connections. A printer is listed only once its token works and is stored. */
export class Connections {
  readonly #parts: ConnectionsParts;
  /** One connection at a time, so that what was checked is still true when it is stored; none while paused. */
  readonly inTurn = new InTurn();

  constructor(parts: ConnectionsParts) {
    this.#parts = parts;
  }

  /** Starts watching the stored printers. */
  restore(): void {
    for (const printer of this.#parts.printers.value()) this.#parts.monitor.watch(printer, null);
  }

  /**
   * Adds a printer: it is listed only once its token works and is stored. Secrets that the portal returns only once are
   * stored before the first request, listed even without a response, and deleted again if they are rejected; a bare
   * token is stored only after it worked.
   */
  add(connection: NewConnection, keep: KeepSecret): Promise<AddResult> {
    return this.inTurn.run(() => this.#add(connection, keep), this.#refusal());
  }

  /**
   * Replaces the connection of a listed printer. The old secret is replaced only after the new one worked and, unless
   * `evenIfOther`, only if the new one is for a printer with the same name.
   */
  reconnect(
    id: PrinterId,
    connection: NewConnection,
    keep: KeepSecret,
    evenIfOther = false,
  ): Promise<AddResult | OtherPrinter> {
    return this.inTurn.run<AddResult | OtherPrinter>(
      () => this.#reconnect(id, connection, keep, evenIfOther),
      this.#refusal(),
    );
  }

  #refusal(): AddResult {
    return { ok: false, message: this.#parts.messages().removing.noneAdded, canKeepUntilQuit: false };
  }

  isListed(id: PrinterId): boolean {
    return this.#parts.fleet.get(id) !== undefined;
  }

  /** Lists a printer whose addition was interrupted, if the keychain has its secret. Never rejects. */
  adopt(printer: Printer): Promise<Adoption> {
    return this.inTurn.run<Adoption>(async () => {
      const { tokens, printers, monitor } = this.#parts;
      const read = await tokens.read(printer.id);
      if (read.kind === 'unavailable') return 'later';
      const isTwin = read.kind === 'missing' || (await this.#isTwin(printer, read.secret.appApiToken));
      if (isTwin === null) return 'later';
      if (isTwin) {
        tokens.forget(printer.id);
        return 'not-wanted';
      }
      void printers.save([...printers.value(), printer]);
      monitor.watch(printer, null);
      return 'listed';
    }, 'later');
  }

  /**
   * Whether the list has this printer already, with the same token or, added again since, with another one; null if
   * only a response could tell.
   */
  async #isTwin({ id, name }: Printer, appApiToken: string): Promise<boolean | null> {
    if ((await this.#listedWith(appApiToken, id)) !== null) return true;
    if (!this.#mayBeListed(name)) return false;
    const { outcome } = await this.#parts.client.ask(appApiToken);
    return outcome.kind === 'no-answer' ? null : (await listedAsSame(outcome, id, this.#parts)) !== null;
  }

  /** Whether a printer of this name may be one that is listed; two printers can have the same name. */
  #mayBeListed(named: string | null): boolean {
    return this.#parts.printers.value().some(({ name }) => named === null || !isOther(named, name));
  }

  async #add(connection: NewConnection, keep: KeepSecret): Promise<AddResult> {
    const { tokens, additions } = this.#parts;
    const { secret } = connection;
    tokens.register(secret);
    const twin = await this.#listedWith(secret.appApiToken, null);
    if (twin !== null) return refused(this.#texts().alreadyListed(twin.name));
    const id = crypto.randomUUID();
    const named = (name: string | null): Printer =>
      newPrinter(id, name ?? connection.printerName ?? namelessPrinter, this.#parts.clock.now());
    const keptFirst = keep === 'keychain' && isGivenOnce(connection);
    const notKept = keptFirst ? await this.#keepNew(named(null), secret, keep) : null;
    if (notKept !== null) return notKept;
    const answered = await this.#parts.client.ask(secret.appApiToken);
    const { outcome } = answered;
    // What is given only once isn't dropped because of a request that failed: the monitor repeats it.
    const isKeptUnchecked =
      isGivenOnce(connection) && outcome.kind === 'no-answer' && !this.#mayBeListed(connection.printerName);
    const rejected = isKeptUnchecked ? null : await this.#rejected(outcome, null);
    if (rejected !== null) {
      tokens.forget(id);
      if (keptFirst) await additions.abandon(id, true);
      return rejected;
    }
    const printer = named(nameFrom(outcome));
    const notKeptYet = keptFirst ? null : await this.#keepNew(printer, secret, keep);
    if (notKeptYet !== null) return notKeptYet;
    // An imported list may have brought it meanwhile. Nothing is awaited between this and listing.
    const meanwhile = await this.#listedWith(secret.appApiToken, id);
    if (meanwhile !== null) {
      tokens.forget(id);
      await additions.abandon(id, keep === 'keychain');
      return refused(this.#texts().alreadyListed(meanwhile.name));
    }
    // If it fails, the window reports that for all files together, and it is retried.
    const saved = this.#parts.printers.save([...this.#parts.printers.value(), printer]);
    this.#parts.monitor.watch(printer, answered);
    additions.listed(id, (await saved).ok);
    return { ok: true, printer: id };
  }

  async #reconnect(
    id: PrinterId,
    connection: NewConnection,
    keep: KeepSecret,
    evenIfOther: boolean,
  ): Promise<AddResult | OtherPrinter> {
    const { tokens, fleet, monitor } = this.#parts;
    if (!this.#isListed(id)) return refused(this.#texts().noSuchPrinter);
    tokens.register(connection.secret);
    const twin = await this.#listedWith(connection.secret.appApiToken, id);
    if (twin !== null) return refused(this.#texts().alreadyListed(twin.name));
    const answered = await this.#parts.client.ask(connection.secret.appApiToken);
    const { outcome } = answered;
    const rejected = await this.#rejected(outcome, id);
    if (rejected !== null) return rejected;
    const listedName = fleet.get(id)?.printer.name;
    // Removed in the meantime: nothing may be stored for it any more.
    if (listedName === undefined || !this.#isListed(id)) return refused(this.#texts().noSuchPrinter);
    const connectedName = nameFrom(outcome) ?? connection.printerName;
    if (!evenIfOther && connectedName !== null && isOther(connectedName, listedName)) {
      return { ok: false, connectedName, listedName };
    }
    const written = await tokens.write(id, connection.secret, keep);
    const member = fleet.get(id);
    if (member === undefined || !this.#isListed(id)) {
      tokens.forget(id);
      return refused(this.#texts().noSuchPrinter);
    }
    if (written.kind !== 'kept') return this.#explainNotKept(written);
    monitor.watch(member.printer, answered);
    return { ok: true, printer: id };
  }

  /** Stores the secret of a printer that is about to be listed. Resolves to the failure, or null. */
  async #keepNew(printer: Printer, secret: Secret, keep: KeepSecret): Promise<AddResult | null> {
    const { tokens, additions } = this.#parts;
    if (keep === 'keychain') {
      const begun = await additions.begin(printer);
      if (!begun.ok) return { ok: false, message: begun.notice.say(this.#parts.messages()), canKeepUntilQuit: true };
    }
    const written = await tokens.write(printer.id, secret, keep);
    if (written.kind === 'kept') return null;
    await additions.abandon(printer.id, written.kind === 'unavailable' && written.mayBeKept === true);
    return this.#explainNotKept(written);
  }

  #explainNotKept(written: Exclude<SecretWrite, { kind: 'kept' }>): AddResult {
    if (written.kind === 'too-long') return refused(this.#parts.messages().keychain.tooLong);
    const why = problemMessage({ type: 'keychain', why: written.why }, this.#parts.messages());
    return { ok: false, message: why, canKeepUntilQuit: true };
  }

  /** Resolves to why a tested connection is rejected, or null; `except` is the printer it is meant for. */
  async #rejected(outcome: PollOutcome, except: PrinterId | null): Promise<AddResult | null> {
    const same = await listedAsSame(outcome, except, this.#parts);
    if (same !== null) return refused(this.#texts().printerListed(shownName(same.name, this.#parts.messages())));
    const message = rejectedTokenMessage(outcome, this.#parts.messages());
    return message === null ? null : { ok: false, message, canKeepUntilQuit: false, isUnconfirmed: true };
  }

  /** Resolves to the listed printer that already uses this token, or null. Waits for a pending removal of it first. */
  async #listedWith(appApiToken: string, except: PrinterId | null): Promise<Printer | null> {
    for (;;) {
      const twin = await listedWithToken(appApiToken, except, this.#parts);
      const leaving = twin === null ? null : this.#parts.list.leaving(twin.id);
      if (leaving === null) return twin;
      await leaving;
    }
  }

  #isListed(id: PrinterId): boolean {
    return this.#parts.list.leaving(id) === null && this.#parts.printers.value().some((printer) => printer.id === id);
  }

  #texts(): Messages['connecting'] {
    return this.#parts.messages().connecting;
  }
}

function refused(message: Message): AddResult {
  return { ok: false, message, canKeepUntilQuit: false };
}
