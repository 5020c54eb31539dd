import type { PollOutcome } from '../../../../src/domain/outcome.ts';
import type { RawAnswer } from '../raw-server.ts';

/** One thing that a hostile network does to the answer for one printer. */
export interface FaultCase {
  readonly name: string;
  readonly answer: RawAnswer;
  /** Every outcome that is right, as {@link inShort} says it; more than one where the networks differ. */
  readonly right: readonly string[];
  /** For the whole question, in milliseconds. */
  readonly timeout?: number;
  /** The most bytes that may be taken from the server before the connection is given up. */
  readonly mostTaken?: number;
  /** Left out over Node's network, which the app does not use, because that has no bound of its own there. */
  readonly chromiumOnly?: boolean;
  /** A server of its own that is asked instead of the fault server, and what it was told although it must hear no token. */
  readonly elsewhere?: { readonly origin: string; mustNotHear(): string };
}

/** One row of the table in docs/reliability.md. */
export interface FaultGroup {
  readonly fault: string;
  readonly cases: readonly FaultCase[];
}

/** What one row's cases came to over one network. */
export interface FaultRow {
  readonly fault: string;
  /** How often each outcome came about. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly cases: number;
  /** The right outcome, the printers beside it unharmed, nothing uncaught. */
  readonly survived: number;
  readonly lost: readonly string[];
  /** Cases after which a token was somewhere else than at the server that was asked. */
  readonly leaked: readonly string[];
  /** Bytes that the asking processes held more than before, after garbage collection. */
  readonly memoryGrowth: number;
}

/** What a table of one network says, as it is kept in test-results/. */
export interface FaultTable {
  readonly network: string;
  readonly rows: readonly FaultRow[];
}

/** The printer that the answers of the fault server speak of. */
export const printerName = 'Voron';
export const body = JSON.stringify({ PrinterName: printerName, IsOnline: true });
export const answered = `answered: ${printerName}`;

/** An outcome as a few words, exact enough to compare: `answered: Voron`, `network: read`, `refused: 604`. */
export function inShort(outcome: PollOutcome): string {
  switch (outcome.kind) {
    case 'answered':
      return `answered: ${outcome.info.printerName}`;
    case 'refused':
      return `refused: ${outcome.status}`;
    case 'no-answer': {
      const { problem } = outcome;
      switch (problem.type) {
        case 'http-status':
          return `status: ${problem.status}`;
        case 'malformed':
          return `malformed: ${problem.what}`;
        case 'network':
          return `network: ${problem.cause}`;
        default:
          return `${problem.type}: ${problem.why}`;
      }
    }
    default:
      return outcome.kind;
  }
}
