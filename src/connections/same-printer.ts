import type { ConnectionInfo } from '../domain/connection-info.ts';
import type { PollOutcome } from '../domain/outcome.ts';
import type { Printer, PrinterId } from '../domain/printer.ts';
import type { TokenCache } from '../keychain/token-cache.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { PrinterStore } from '../storage/printer-store.ts';
import type { InfoRequests } from './info-requests.ts';

/** How many printers to request again for comparison; more than a few with the same name are rare. */
const mostAsked = 3;

export interface SamePrinterParts {
  readonly fleet: Fleet;
  readonly printers: PrinterStore;
  readonly tokens: TokenCache;
  readonly requests: InfoRequests;
}

/**
 * Resolves to the listed printer that already uses this token, or null. Reads tokens that were not needed yet, while
 * the keychain is available.
 */
export async function listedWithToken(
  appApiToken: string,
  except: PrinterId | null,
  { fleet, printers, tokens }: Omit<SamePrinterParts, 'requests'>,
): Promise<Printer | null> {
  for (const printer of printers.value()) {
    // One that was just imported is not watched yet.
    const status = fleet.get(printer.id)?.status.kind ?? 'checking';
    if (status !== 'checking' && status !== 'unknown') continue;
    const read = await tokens.read(printer.id);
    if (read.kind === 'unavailable') break;
  }
  const twins = tokens.printersWith(appApiToken);
  return printers.value().find(({ id }) => id !== except && twins.includes(id)) ?? null;
}

/**
 * Resolves to the listed printer that `outcome`, obtained with another token, is about, or null. Responses contain no
 * printer id, so the page and the times of the last connection and disconnection have to match. If those of a listed
 * printer are unknown or may have changed, they are requested again.
 */
export async function listedAsSame(
  outcome: PollOutcome,
  except: PrinterId | null,
  { fleet, requests }: SamePrinterParts,
): Promise<Printer | null> {
  if (outcome.kind !== 'answered' || outcome.info.printerUrl === null) return null;
  const { info } = outcome;
  const candidates = fleet.members().filter((member) => {
    if (member.printer.id === except) return false;
    return member.info === null ? member.printer.name === info.printerName : member.info.printerUrl === info.printerUrl;
  });
  const known = candidates.find((member) => member.info !== null && areSame(member.info, info));
  if (known !== undefined) return known.printer;
  const usable = candidates.filter(({ status }) => status.kind !== 'reconnect-needed');
  for (const { printer } of usable.slice(0, mostAsked)) {
    const { outcome: again } = await requests.ask(printer.id);
    if (again.kind === 'answered' && areSame(again.info, info)) return printer;
  }
  return null;
}

/** Printers with the same name share a page, but the times of their connections, in milliseconds, are unique. */
function areSame(one: ConnectionInfo, other: ConnectionInfo): boolean {
  return (
    one.printerUrl === other.printerUrl &&
    one.lastConnectedAt === other.lastConnectedAt &&
    one.lastDisconnectedAt === other.lastDisconnectedAt &&
    (one.lastConnectedAt ?? one.lastDisconnectedAt) !== null
  );
}
