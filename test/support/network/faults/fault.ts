import type { PollOutcome } from '../../../../src/domain/outcome.ts';
import type { RawResponse } from '../raw-server.ts';

/** One thing that a hostile network does to the response for one printer. */
export interface FaultCase {
  readonly name: string;
  readonly answer: RawResponse;
  /** Every correct outcome, in the form of {@link inShort}; several if the networks differ. */
  readonly right: readonly string[];
  /** For the whole request, ms. */
  readonly timeout?: number;
  /** The most bytes that the client may accept before it closes the connection. */
  readonly mostTaken?: number;
  /** Skipped over Node's network, which has no limit of its own there. */
  readonly chromiumOnly?: boolean;
  /** Another server to use instead of the fault server, and what it received although it must not receive a token. */
  readonly elsewhere?: { readonly origin: string; mustNotHear(): string };
}

/** One row of the table in docs/reliability.md. */
export interface FaultGroup {
  readonly fault: string;
  readonly cases: readonly FaultCase[];
}

/** The results of one row's cases over one network. */
export interface FaultRow {
  readonly fault: string;
  /** How often each outcome occurred. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly cases: number;
  /** Cases with the correct outcome, unaffected other printers, and no uncaught error. */
  readonly survived: number;
  readonly lost: readonly string[];
  /** Cases after which a token was anywhere but at the requested server. */
  readonly leaked: readonly string[];
  /** Growth of the requesting processes' memory in bytes, after garbage collection. */
  readonly memoryGrowth: number;
}

/** The table of one network, as saved in test-results/. */
export interface FaultTable {
  readonly network: string;
  readonly rows: readonly FaultRow[];
}

/** The printer in the responses of the fault server. */
export const printerName = 'Voron';
export const body = JSON.stringify({ PrinterName: printerName, IsOnline: true });
export const answered = `answered: ${printerName}`;

/** Returns a short text for an outcome, exact enough to compare: `answered: Voron`, `network: read`, `refused: 604`. */
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
