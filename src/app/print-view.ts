import type { PrintDetails, PrintView } from '../contract/printer-view.ts';
import type { Print } from '../domain/print/print.ts';
import { gadgetConcern } from '../domain/print/print-progress.ts';
import type { PrintStatus } from '../domain/print/print-status.ts';
import { currentPrintStatus, printGlance, printShown } from '../domain/print/shown-print.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import { printStateText } from '../i18n/print-state-text.ts';
import type { PrinterRecord } from '../monitor/fleet.ts';

/** The print status if it is recent enough to be shown as current, otherwise null. */
export function currentPrint({ print, status }: PrinterRecord): PrintStatus | null {
  return currentPrintStatus(print, status);
}

/**
 * What rows, tray and cards show of a printer's print; null if it isn't known to be printing. `clock` formats a time of
 * the server's clock; this computer's clock is `clockAhead` ms ahead of that.
 */
export function printView(
  member: PrinterRecord,
  messages: Messages,
  clockAhead: Milliseconds,
  clock: (at: Instant) => string,
): PrintView | null {
  const print = currentPrint(member);
  if (print === null) return null;
  const glance = printGlance(print, true);
  const text = printStateText(glance, messages, clock);
  if (text === null) return null;
  const { progress, finishAt } = glance;
  return { text, progress, finishAt: local(finishAt, clockAhead), gadget: gadgetConcern(print) };
}

/** Everything the details show about a printer's print, by this computer's clock. Null while nothing is known of it. */
export function printDetails(
  member: PrinterRecord,
  hasAccess: boolean | null,
  clockAhead: Milliseconds,
): PrintDetails | null {
  const print = currentPrint(member);
  // The connection lacks the credentials for its plugin, so the plugin is never polled.
  if (hasAccess === false) return { kind: 'not-available', why: 'no-credentials', print: null };
  if (print === null || print.kind === 'unknown') return null;
  const running = printShown(print);
  const shown = running ?? (print.print?.ended === null ? null : print.print);
  return {
    kind: print.kind,
    why: print.why,
    print: shown === null ? null : shownPrint(shown, print, clockAhead),
  };
}

function shownPrint(print: Print, status: PrintStatus, clockAhead: Milliseconds): NonNullable<PrintDetails['print']> {
  const isRunning = print.ended === null;
  const glance = printGlance(status, true);
  const { ended } = print;
  return {
    fileName: print.fileName,
    progress: isRunning ? glance.progress : null,
    finishAt: isRunning ? local(glance.finishAt, clockAhead) : null,
    about: glance.about,
    duration: print.duration,
    layer: isRunning ? print.layer : null,
    totalLayers: isRunning ? print.totalLayers : null,
    temperatures: isRunning ? print.temperatures : null,
    says: print.words,
    ended: ended === null ? null : { result: ended.result, at: ended.at + clockAhead, exact: ended.exact },
  };
}

function local(at: Instant | null, clockAhead: Milliseconds): Instant | null {
  return at === null ? null : at + clockAhead;
}
