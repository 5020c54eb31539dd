import type { Message } from '../domain/message.ts';
import { newPrinter, type Printer, type PrinterId } from '../domain/printer.ts';
import type { RequestResult } from '../domain/results.ts';
import { distinctTags, hasRoomFor, mostTags, readTag, sameTag, withTag } from '../domain/tags.ts';
import type { Clock, Instant } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import type { SecretCleanup } from '../keychain/secret-cleanup.ts';
import type { TokenCache } from '../keychain/token-cache.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { Monitor } from '../monitor/monitor.ts';
import type { ListedPrinter } from '../storage/printer-list-file.ts';
import type { PrinterStore } from '../storage/printer-store.ts';
import { OffOnPurpose } from './off-on-purpose.ts';
import type { PendingAdditions } from './pending-additions.ts';
import { SavedNames } from './saved-names.ts';

export interface PrinterListParts {
  readonly fleet: Fleet;
  readonly monitor: Monitor;
  readonly printers: PrinterStore;
  readonly tokens: TokenCache;
  readonly removals: SecretCleanup;
  readonly additions: Pick<PendingAdditions, 'forget'>;
  readonly watchesPrints: (id: PrinterId) => boolean;
  readonly clock: Pick<Clock, 'now'>;
  readonly messages: () => Messages;
}

/** The user's list of printers: order, settings per printer, removal, export and import. */
export class PrinterList {
  readonly #parts: PrinterListParts;
  readonly #offOnPurpose: OffOnPurpose;
  readonly #savedNames: SavedNames;
  readonly #leaving = new Map<PrinterId, Promise<RequestResult>>();

  constructor(parts: PrinterListParts) {
    this.#parts = parts;
    this.#savedNames = new SavedNames(parts);
    this.#offOnPurpose = new OffOnPurpose(parts.fleet, (id) => {
      // The user knows why it was disconnected.
      parts.monitor.endLossQuietly(id);
      void this.setOffOnPurpose(id, false);
    });
  }

  /** Moves a printer right before another one, or to the end with null. Does nothing if either no longer exists. */
  async move(id: PrinterId, before: PrinterId | null): Promise<RequestResult> {
    const stored = this.#parts.printers.value();
    const moved = stored.find((printer) => printer.id === id);
    const rest = stored.filter((printer) => printer.id !== id);
    const place = before === null ? rest.length : rest.findIndex((printer) => printer.id === before);
    if (moved === undefined || place === -1) return { ok: true };
    const ordered = [...rest.slice(0, place), moved, ...rest.slice(place)];
    this.#parts.fleet.arrange(ordered.map((printer) => printer.id));
    return this.#save(ordered);
  }

  /**
   * Mutes printers until `until` (server time), or indefinitely with null; or unmutes them. Ignores unknown printers.
   */
  mute(ids: PrinterId | readonly PrinterId[], muted: boolean, until: Instant | null = null): Promise<RequestResult> {
    return this.#change(ids, () => ({ muted, mutedUntil: muted ? until : null }));
  }

  /** Sets whether printers are shown as off until they connect again. Ignores unknown printers. */
  setOffOnPurpose(ids: PrinterId | readonly PrinterId[], offOnPurpose: boolean): Promise<RequestResult> {
    for (const id of listed(ids)) this.#offOnPurpose.marked(id, offOnPurpose);
    return this.#change(ids, () => ({ offOnPurpose }));
  }

  /**
   * Adds a tag to printers, in the spelling already in use, or removes it. Refuses input that is no tag, and changes
   * nothing if one of the printers can't have another.
   */
  async tag(ids: readonly PrinterId[], input: string, on: boolean): Promise<RequestResult> {
    const { errors } = this.#parts.messages();
    const read = readTag(input);
    if (read === null) return { ok: false, message: errors.noTag };
    const all = this.#parts.fleet.members().map(({ printer }) => printer);
    const used = distinctTags(all.flatMap(({ tags = [] }) => tags));
    const tag = used.find((one) => sameTag(one, read)) ?? read;
    const full = all.find(({ id, tags = [] }) => on && ids.includes(id) && !hasRoomFor(tag, tags));
    if (full !== undefined) return { ok: false, message: errors.tooManyTags(full.name, mostTags) };
    return this.#change(ids, ({ tags = [] }) => ({ tags: withTag(tags, tag, on) }));
  }

  /**
   * For printers in `changed`, saves names that OctoEverywhere reports, and ends mutes that have expired and "off on
   * purpose" of those that connected again.
   */
  follow(changed: ReadonlySet<PrinterId>): void {
    void this.#savedNames.follow(changed);
    this.#offOnPurpose.check(changed);
    const { fleet, clock } = this.#parts;
    const now = clock.now() - fleet.clockAhead();
    for (const id of changed) {
      const until = fleet.get(id)?.printer.mutedUntil ?? null;
      if (until !== null && until <= now) void this.mute(id, false);
    }
  }

  /** Sets whether a printer is shown as off whenever it is disconnected. Ignores unknown printers. */
  setOftenOff(id: PrinterId, oftenOff: boolean): Promise<RequestResult> {
    return this.#change(id, () => ({ oftenOff }));
  }

  /** Sets whether the printer's plugin is polled for prints. Ignores unknown printers. */
  setWatchPrints(id: PrinterId, watchPrints: boolean): Promise<RequestResult> {
    const saved = this.#change(id, () => ({ watchPrints }));
    this.watchPrintsAsSet();
    return saved;
  }

  /** Drops prints that are no longer to be watched, and the credentials needed only for that. */
  watchPrintsAsSet(): void {
    const { fleet, monitor, tokens, watchesPrints } = this.#parts;
    for (const { printer, print } of fleet.members()) {
      if (print !== null && !watchesPrints(printer.id)) monitor.forgetPrints(printer.id);
    }
    tokens.dropUnwatched();
  }

  /**
   * Removes a printer from the list at once, and deletes its secret as soon as the keychain allows it. The pending
   * deletion is on disk before the printer is removed, and the removal is on disk before the secret is deleted.
   */
  remove(id: PrinterId): Promise<RequestResult> {
    const under = this.#leaving.get(id);
    if (under !== undefined) return under;
    const removed = this.#remove(id).finally(() => this.#leaving.delete(id));
    this.#leaving.set(id, removed);
    return removed;
  }

  /** The pending removal of a printer, or null. */
  leaving(id: PrinterId): Promise<unknown> | null {
    return this.#leaving.get(id) ?? null;
  }

  async #remove(id: PrinterId): Promise<RequestResult> {
    const { removals, additions, tokens, monitor, printers } = this.#parts;
    await removals.enqueue(id, tokens.isUntilQuit(id));
    await additions.forget(id);
    const saved = await this.#save(printers.value().filter((one) => one.id !== id));
    tokens.forget(id);
    monitor.unwatch(id);
    removals.release(id, saved.ok);
    void removals.run();
    return saved;
  }

  /** Returns the list for export: ids, names, order, tags and what is off; no secrets or addresses. */
  exported(): readonly ListedPrinter[] {
    return this.#parts.fleet.members().map(({ printer: { id, name, offOnPurpose, oftenOff, tags } }) => {
      return { id, name, offOnPurpose, oftenOff, ...(tags !== undefined && { tags }) };
    });
  }

  /**
   * Appends the printers that are not in the list yet; each needs a sign-in unless the keychain has its secret. Those
   * already listed, by their id or by their token, are not changed. Resolves to the number added, or to why they could
   * not be saved.
   */
  async add(listed: readonly ListedPrinter[]): Promise<{ readonly added: number } | Message> {
    await Promise.all(listed.map(({ id }) => this.leaving(id)));
    const stored = this.#parts.printers.value();
    const known = new Set(stored.map((printer) => printer.id));
    const added = listed
      .filter(({ id }) => !known.has(id))
      .map(
        ({ id, name, offOnPurpose = false, oftenOff = false, tags }): Printer => ({
          ...newPrinter(id, name, this.#parts.clock.now()),
          offOnPurpose,
          oftenOff,
          ...(tags !== undefined && { tags }),
        }),
      );
    if (added.length === 0) return { added: 0 };
    const saved = await this.#parts.printers.save([...stored, ...added]);
    // Not earlier: if the app were killed before the save, nothing would record that their secrets have to be deleted.
    if (saved.ok) this.#parts.removals.keep(new Set(added.map((printer) => printer.id)));
    let twins = 0;
    for (const printer of added) {
      const read = await this.#parts.tokens.read(printer.id);
      // Removed while the keychain was read.
      if (!this.#isListed(printer.id)) this.#parts.tokens.forget(printer.id);
      else if (read.kind === 'found' && this.#isListedWith(read.secret.appApiToken, printer.id)) {
        twins += 1;
        await this.remove(printer.id);
      } else if (read.kind === 'found') this.#parts.monitor.watch(printer, null);
      else this.#parts.monitor.watchImported(printer);
    }
    return saved.ok ? { added: added.length - twins } : saved.notice.say(this.#parts.messages());
  }

  #isListed(id: PrinterId): boolean {
    return this.leaving(id) === null && this.#parts.printers.value().some((printer) => printer.id === id);
  }

  /** Whether another printer in the list uses this token, as far as tokens were read. */
  #isListedWith(appApiToken: string, except: PrinterId): boolean {
    const others = this.#parts.tokens.printersWith(appApiToken).filter((id) => id !== except);
    return this.#parts.printers.value().some(({ id }) => others.includes(id));
  }

  async #change(
    ids: PrinterId | readonly PrinterId[],
    change: (
      printer: Printer,
    ) => Partial<Pick<Printer, 'muted' | 'mutedUntil' | 'offOnPurpose' | 'oftenOff' | 'watchPrints' | 'tags'>>,
  ): Promise<RequestResult> {
    const wanted = new Set(listed(ids));
    const changed = (printer: Printer): Printer => ({ ...printer, ...change(printer) });
    for (const id of wanted) {
      this.#parts.fleet.update(id, (member) => ({ ...member, printer: changed(member.printer) }));
    }
    this.#parts.monitor.rulesChanged();
    return this.#save(
      this.#parts.printers.value().map((printer) => (wanted.has(printer.id) ? changed(printer) : printer)),
    );
  }

  async #save(printers: readonly Printer[]): Promise<RequestResult> {
    const saved = await this.#parts.printers.save(printers);
    return saved.ok ? { ok: true } : { ok: false, message: saved.notice.say(this.#parts.messages()) };
  }
}

function listed(ids: PrinterId | readonly PrinterId[]): readonly PrinterId[] {
  return typeof ids === 'string' ? [ids] : ids;
}
