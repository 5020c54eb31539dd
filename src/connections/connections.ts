import { explainProblem, explainRejectedToken } from '../domain/explain.ts';
import type { Message } from '../domain/message.ts';
import type { PollOutcome } from '../domain/outcome.ts';
import type { Printer, PrinterId } from '../domain/printer.ts';
import { namelessPrinter } from '../domain/readable-name.ts';
import type { Secret } from '../domain/secret.ts';
import type { Instant } from '../domain/time.ts';
import type { Words } from '../domain/words/words.ts';
import type { AddAnswer, KeepSecret } from '../ipc/contract.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { Monitor } from '../monitor/monitor.ts';
import type { PrinterStore } from '../storage/printer-store.ts';
import type { TokenCustody } from './token-custody.ts';

/** A new App Connection: what the user pasted, or what the browser brought back. */
export interface NewConnection {
  readonly secret: Secret;
  /** The name that came with it, or null for a bare token. */
  readonly printerName: string | null;
}

/** Why a printer was not connected again: the new connection belongs to another one, and its user has to say what now. */
export interface OtherPrinter {
  readonly ok: false;
  readonly connectedName: string;
  readonly listedName: string;
}

export interface ConnectionsParts {
  readonly fleet: Fleet;
  readonly monitor: Monitor;
  readonly custody: TokenCustody;
  readonly printers: PrinterStore;
  readonly askService: (token: string) => Promise<PollOutcome>;
  readonly now: () => Instant;
  readonly newId: () => PrinterId;
  readonly words: () => Words;
}

/** Makes, renews and ends App Connections. A printer is listed only when its token works and is safely kept. */
export class Connections {
  readonly #parts: ConnectionsParts;

  constructor(parts: ConnectionsParts) {
    this.#parts = parts;
  }

  /** Begins to watch the printers that are stored. */
  restore(): void {
    for (const printer of this.#parts.printers.printers()) this.#parts.monitor.watch(printer, null);
  }

  /** Asks OctoEverywhere once about a printer, with the token from the keychain. Never rejects. */
  async ask(id: PrinterId): Promise<PollOutcome> {
    const read = await this.#parts.custody.read(id);
    // Removed while its secret was read: nobody would let go of that again.
    if (this.#parts.fleet.get(id) === undefined) this.#parts.custody.forget(id);
    switch (read.kind) {
      case 'found':
        return this.#parts.askService(read.secret.appApiToken);
      case 'missing':
        return { kind: 'token-lost' };
      case 'unavailable':
        return { kind: 'no-answer', problem: { type: 'keychain', why: read.why }, retryAfterSeconds: null };
    }
  }

  /** Adds a printer: asks with the new token, keeps the secret, and only then lists the printer. */
  async add(connection: NewConnection, keep: KeepSecret): Promise<AddAnswer> {
    this.#parts.custody.conceal(connection.secret);
    const twin = await this.#listedWith(connection.secret.appApiToken);
    if (twin !== null) return refused(this.#said().alreadyListed(twin.name));
    const outcome = await this.#parts.askService(connection.secret.appApiToken);
    const rejected = explainRejectedToken(outcome, this.#parts.words());
    if (rejected !== null) return refused(rejected);
    const printer: Printer = {
      id: this.#parts.newId(),
      name: nameFrom(outcome) ?? connection.printerName ?? namelessPrinter,
      muted: false,
      addedAt: this.#parts.now(),
    };
    const kept = await this.#keep(printer.id, connection.secret, keep);
    if (kept !== null) return kept;
    const saved = await this.#parts.printers.save([...this.#parts.printers.printers(), printer]);
    this.#parts.monitor.watch(printer, outcome);
    return saved.ok ? { ok: true, printer: printer.id } : refused(saved.notice.say(this.#parts.words()));
  }

  /**
   * Puts a new connection under a printer that is listed. The old secret is replaced only after the new one worked, and,
   * unless `evenIfOther`, only when the new one is for a printer of the same name.
   */
  async reconnect(
    id: PrinterId,
    connection: NewConnection,
    keep: KeepSecret,
    evenIfOther = false,
  ): Promise<AddAnswer | OtherPrinter> {
    const member = this.#parts.fleet.get(id);
    if (member === undefined) return refused(this.#said().noSuchPrinter);
    this.#parts.custody.conceal(connection.secret);
    const twin = await this.#listedWith(connection.secret.appApiToken);
    if (twin !== null && twin.id !== id) return refused(this.#said().alreadyListed(twin.name));
    const outcome = await this.#parts.askService(connection.secret.appApiToken);
    const rejected = explainRejectedToken(outcome, this.#parts.words());
    if (rejected !== null) return refused(rejected);
    const connectedName = nameFrom(outcome) ?? connection.printerName;
    const listedName = this.#parts.fleet.get(id)?.printer.name ?? member.printer.name;
    if (!evenIfOther && connectedName !== null && isOther(connectedName, listedName)) {
      return { ok: false, connectedName, listedName };
    }
    const kept = await this.#keep(id, connection.secret, keep);
    if (kept !== null) return kept;
    this.#parts.monitor.watch(this.#parts.fleet.get(id)?.printer ?? member.printer, outcome);
    return { ok: true, printer: id };
  }

  /** Keeps the names that OctoEverywhere told in the stored list. Resolves to a message when that failed. */
  async saveNames(): Promise<Message | null> {
    const stored = this.#parts.printers.printers();
    const named = stored.map((printer) => this.#parts.fleet.get(printer.id)?.printer ?? printer);
    if (named.every((printer, index) => printer.name === stored[index]?.name)) return null;
    const saved = await this.#parts.printers.save(named);
    return saved.ok ? null : saved.notice.say(this.#parts.words());
  }

  /**
   * The printer in the list that uses this token already, or null. Tokens that were not needed yet are read for that, as
   * long as the keychain gives them.
   */
  async #listedWith(appApiToken: string): Promise<Printer | null> {
    for (const printer of this.#parts.printers.printers()) {
      const status = this.#parts.fleet.get(printer.id)?.status.kind;
      if (status !== 'checking' && status !== 'unknown') continue;
      const read = await this.#parts.custody.read(printer.id);
      if (read.kind === 'unavailable') break;
    }
    const twin = this.#parts.custody.printerWith(appApiToken);
    return this.#parts.printers.printers().find((printer) => printer.id === twin) ?? null;
  }

  #said(): Words['connecting'] {
    return this.#parts.words().connecting;
  }

  async #keep(id: PrinterId, secret: Secret, keep: KeepSecret): Promise<AddAnswer | null> {
    const written = await this.#parts.custody.write(id, secret, keep);
    switch (written.kind) {
      case 'kept':
        return null;
      case 'too-long':
        return refused(this.#parts.words().keychain.tooLong);
      case 'unavailable': {
        const why = explainProblem({ type: 'keychain', why: written.why }, this.#parts.words());
        return { ok: false, message: why, canKeepUntilQuit: true };
      }
    }
  }
}

function nameFrom(outcome: PollOutcome): string | null {
  return outcome.kind === 'answered' ? outcome.info.printerName : null;
}

/** A printer that never told its name may be any. */
function isOther(connectedName: string, listedName: string): boolean {
  return listedName !== namelessPrinter && connectedName !== namelessPrinter && connectedName !== listedName;
}

function refused(message: Message): AddAnswer {
  return { ok: false, message, canKeepUntilQuit: false };
}
