import type { PrinterLimits } from '../domain/connection-info.ts';
import type { HelpfulAction } from '../domain/helpful-action.ts';
import type { Message } from '../domain/message.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { ShownStatus } from '../domain/shown-status.ts';
import type { Instant } from '../domain/time.ts';

/** A print that runs, as it is shown. */
export interface PrintView {
  /** "Printing 42%, done 15:40" */
  readonly text: string;
  /** Whole percent, null when nobody knows. */
  readonly progress: number | null;
}

/** What is shown of a printer, by this computer's clock. */
export interface PrinterView {
  readonly id: PrinterId;
  readonly name: string;
  readonly status: ShownStatus;
  /** The words of the status: "Connected", "Disconnected"… */
  readonly words: string;
  /** When this status began, UTC; null while checking for the first time, and where it is not known. */
  readonly since: Instant | null;
  /** When the shown state is only the last known one: since when nothing newer came, UTC. */
  readonly staleSince: Instant | null;
  /** What is wrong and the one thing to do; null when nothing is. */
  readonly problem: Message | null;
  /** The one action that helps, if there is one. */
  readonly action: HelpfulAction | null;
  readonly lastConnectedAt: Instant | null;
  readonly lastDisconnectedAt: Instant | null;
  readonly localIp: string | null;
  /** The address is one of the user's own network, whose page may be opened. */
  readonly canOpenLocal: boolean;
  readonly canOpen: boolean;
  readonly limits: PrinterLimits | null;
  readonly lastCheckedAt: Instant | null;
  /** Null while nothing is planned (no network, asleep) or a check is under way. */
  readonly nextCheckAt: Instant | null;
  readonly checkingNow: boolean;
  readonly muted: boolean;
  readonly offOnPurpose: boolean;
  readonly oftenOff: boolean;
  /** Its plugin is asked about prints, as long as prints are watched at all. */
  readonly watchPrints: boolean;
  /** What it prints, in the place of "Connected"; null while it prints nothing that is known. */
  readonly print: PrintView | null;
}
