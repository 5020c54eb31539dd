import type { PrinterLimits } from '../domain/connection-info.ts';
import type { HelpfulAction } from '../domain/helpful-action.ts';
import type { Message } from '../domain/message.ts';
import type { PrintResult } from '../domain/print/print.ts';
import type { Temperatures } from '../domain/print/print-report.ts';
import type { PrintStateKind, UnavailableReason } from '../domain/print/print-status.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { ShownStatus } from '../domain/shown-status.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';

/** A running print as shown in the list. */
export interface PrintView {
  /** "Printing 42%, done 15:40" */
  readonly text: string;
  /** Whole percent; null when unknown. */
  readonly progress: number | null;
  /** When it will be done, UTC; null when unknown or while it is paused. */
  readonly finishAt: Instant | null;
  /** Gadget's concern about it; null for none. */
  readonly gadget?: 'warning' | 'paused' | null;
}

/** Everything a printer's plugin reports about its print. */
export interface PrintDetails {
  readonly kind: PrintStateKind;
  /** Why prints cannot be watched; null when they can. */
  readonly why: UnavailableReason | null;
  /** The running or the last print; null when there is none. Unknown fields are null. */
  readonly print: {
    readonly fileName: string | null;
    /** Whole percent. */
    readonly progress: number | null;
    /** When it will be done, UTC; `about` means that this is uncertain. */
    readonly finishAt: Instant | null;
    readonly about: boolean;
    /** How long it has taken so far or took in total. */
    readonly duration: Milliseconds | null;
    readonly layer: number | null;
    readonly totalLayers: number | null;
    readonly temperatures: Temperatures | null;
    /** A message from the printer itself. */
    readonly says: string | null;
    /** Null while it runs. */
    readonly ended: { readonly result: PrintResult; readonly at: Instant; readonly exact: boolean } | null;
  } | null;
}

/** What is shown of a printer; times are by this computer's clock. */
export interface PrinterView {
  readonly id: PrinterId;
  readonly name: string;
  readonly status: ShownStatus;
  /** The text of the status: "Connected", "Disconnected"… */
  readonly statusText: string;
  /** When this status began, UTC; null during the first check and when unknown. */
  readonly since: Instant | null;
  /** If the status is only the last known one: since when there has been nothing newer, UTC. */
  readonly staleSince: Instant | null;
  /** What is wrong and what to do about it; null when nothing is. */
  readonly problem: Message | null;
  /** The action that helps, if there is one. */
  readonly action: HelpfulAction | null;
  readonly lastConnectedAt: Instant | null;
  readonly lastDisconnectedAt: Instant | null;
  readonly localIp: string | null;
  /** Whether the address is a private one, whose page may be opened. */
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
  /** Its plugin is polled for prints, unless print watching is disabled for all printers. */
  readonly watchPrints: boolean;
  readonly tags: readonly string[];
  /** The running print, shown instead of "Connected"; null when none is known. */
  readonly print: PrintView | null;
  /** Null while nothing is known about its prints, or they are not watched. */
  readonly printDetails: PrintDetails | null;
}
