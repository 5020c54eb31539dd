import type { PrinterLimits } from '../domain/connection-info.ts';
import type { HelpfulAction } from '../domain/helpful-action.ts';
import type { Message } from '../domain/message.ts';
import type { PrintResult } from '../domain/print/print.ts';
import type { Temperatures } from '../domain/print/print-report.ts';
import type { PrintStateKind, UnavailableReason } from '../domain/print/print-status.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { ShownStatus } from '../domain/shown-status.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';

/** A print that runs, as it is shown. */
export interface PrintView {
  /** "Printing 42%, done 15:40" */
  readonly text: string;
  /** Whole percent, null when nobody knows. */
  readonly progress: number | null;
  /** When it will be done, UTC; null when nothing tells, and while it stands still. */
  readonly finishAt: Instant | null;
}

/** What a printer's plugin reports of its prints, in full. */
export interface PrintDetails {
  readonly kind: PrintStateKind;
  /** Why it cannot be asked about prints; null where it can. */
  readonly why: UnavailableReason | null;
  /** The print that runs, or the last one; null when there is none. Whatever is not known of it is null. */
  readonly print: {
    readonly fileName: string | null;
    /** Whole percent. */
    readonly progress: number | null;
    /** When it will be done, UTC; `about` where that is uncertain. */
    readonly finishAt: Instant | null;
    readonly about: boolean;
    /** How long it has taken so far, or took. */
    readonly duration: Milliseconds | null;
    readonly layer: number | null;
    readonly totalLayers: number | null;
    readonly temperatures: Temperatures | null;
    /** The printer's own words. */
    readonly says: string | null;
    /** Null while it runs. */
    readonly ended: { readonly result: PrintResult; readonly at: Instant; readonly exact: boolean } | null;
  } | null;
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
  readonly tags: readonly string[];
  /** What it prints, in the place of "Connected"; null while it prints nothing that is known. */
  readonly print: PrintView | null;
  /** Null while nothing is known of its prints, or they are not watched. */
  readonly printDetails: PrintDetails | null;
}
