import type { PrinterView } from '../contract/printer-view.ts';
import type { TrayPrinter } from '../desktop/tray/tray-printer.ts';
import type { GlanceNetwork } from '../domain/glance.ts';
import { glanceNetwork } from '../domain/network-sign-in.ts';
import { type LeadingPrint, leadingPrint } from '../domain/print/print-progress.ts';
import type { PrinterId } from '../domain/printer.ts';
import { serviceSilentSince } from '../domain/service-silence.ts';
import { shownStatus } from '../domain/shown-status.ts';
import type { Clock, Instant } from '../domain/time.ts';
import { formatMoment } from '../i18n/format-moment.ts';
import { type Glance, glanceOf, longestTooltip } from '../i18n/glance-text.ts';
import { printTooltip } from '../i18n/print-state-text.ts';
import type { shownName } from '../i18n/printer-name.ts';
import type { Fleet, PrinterRecord } from '../monitor/fleet.ts';
import type { Links } from '../octoeverywhere/links.ts';
import { localPage } from '../octoeverywhere/local-page.ts';
import { currentPrint } from './print-view.ts';
import { PrinterViews } from './printer-views.ts';
import type { UserLanguage } from './user-language.ts';

export interface OverviewParts {
  readonly fleet: Fleet;
  readonly links: Links;
  readonly language: UserLanguage;
  readonly clock: Pick<Clock, 'now'>;
  /** Whether there are credentials for a printer's plugin; null if not checked yet, or if its prints aren't watched. */
  readonly hasAccess: (printer: PrinterId) => boolean | null;
}

/** The fleet in the user's language and local time, as shown in tray, window, notifications and stdout. */
export class Overview {
  readonly #parts: OverviewParts;
  readonly #views: PrinterViews;

  constructor(parts: OverviewParts) {
    const { fleet, links, hasAccess } = parts;
    this.#parts = parts;
    const canOpen = ({ info }: PrinterRecord) => ({
      page: links.printerPage(info?.printerUrl ?? null) !== null,
      local: localPage(info?.localIp ?? null) !== null,
    });
    this.#views = new PrinterViews(canOpen, hasAccess);
    fleet.subscribe((changed) => {
      for (const id of changed) if (fleet.get(id) === undefined) this.#views.forget(id);
    });
  }

  /**
   * The glance, and the print that speaks for all while every printer is connected; null if there is none. `printers`
   * are all of them, as {@link printers} returns them.
   */
  glance(printers: readonly TrayPrinter[] = this.printers()): Glance & { readonly lead: LeadingPrint | null } {
    const shown = printers.map(({ name, status, staleSince }) => ({
      name,
      status,
      stale: staleSince !== null,
      answeredAt: staleSince,
    }));
    const messages = this.#parts.language.messages();
    const glance = glanceOf(shown, this.network(), messages, (at) => this.momentText(at));
    const lead = glance.state === 'online' && !glance.stale ? this.#leadingPrint() : null;
    const view = lead === null ? null : printers.find(({ id }) => id === lead.printer);
    if (lead === null || view === undefined || view === null) return { ...glance, lead: null };
    const tooltip = printTooltip(view.name, lead, longestTooltip, messages, (at) =>
      this.momentText(at + this.#parts.fleet.clockAhead()),
    );
    const isOnly = printers.length === 1;
    return { ...glance, headline: isOnly ? (view.print?.text ?? glance.headline) : glance.headline, tooltip, lead };
  }

  #leadingPrint(): LeadingPrint | null {
    const known = this.#parts.fleet.members().flatMap((member) => {
      const { printer, status } = member;
      const print = shownStatus(printer, status) === 'online' ? currentPrint(member) : null;
      return print === null ? [] : [{ id: printer.id, print }];
    });
    return leadingPrint(known);
  }

  network(): GlanceNetwork {
    const { fleet } = this.#parts;
    return glanceNetwork(fleet.network(), fleet.statuses());
  }

  /**
   * Since when OctoEverywhere has responded for no printer, by this computer's clock. Null while it responds or there
   * is no network.
   */
  serviceSilentSince(): Instant | null {
    const { fleet } = this.#parts;
    const since = this.network() === 'up' ? serviceSilentSince(fleet.statuses()) : null;
    return since === null ? null : since + fleet.clockAhead();
  }

  /** In the user's order. */
  printers(): readonly PrinterView[] {
    const { language, fleet } = this.#parts;
    const [messages, clockAhead] = [language.messages(), fleet.clockAhead()];
    const momentText = (at: Instant) => this.momentText(at);
    return fleet.members().map((member) => this.#views.of(member, messages, clockAhead, momentText));
  }

  /** Returns the same object as last time if nothing changed. */
  printer(member: PrinterRecord): PrinterView {
    const { language, fleet } = this.#parts;
    return this.#views.of(member, language.messages(), fleet.clockAhead(), (at) => this.momentText(at));
  }

  /** The names of those printers that are still listed, formatted by `write`. */
  names(printers: readonly PrinterId[], write: typeof shownName): readonly string[] {
    return printers
      .map((id) => this.#parts.fleet.get(id)?.printer.name ?? '')
      .filter((name) => name !== '')
      .map((name) => write(name, this.#parts.language.messages()));
  }

  /** The current time in local format. */
  clockNow(): string {
    return this.momentText(this.#parts.clock.now());
  }

  /** Formats a time of this computer's clock (UTC) as local time. */
  momentText(at: Instant): string {
    const { clock, language } = this.#parts;
    return formatMoment(at, clock.now(), language.messages().moments, language.region());
  }
}
