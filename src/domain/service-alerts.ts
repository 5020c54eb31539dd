import type { PollOutcome } from './outcome.ts';
import type { Rules } from './rules.ts';
import type { Instant } from './time.ts';

/** What alerting remembers of OctoEverywhere as a whole. Plain data. */
export interface ServiceMemory {
  /** Since when no question about any printer has brought a usable answer; null while they do. */
  readonly silentSince: Instant | null;
  /** The user was told that the service cannot be reached. */
  readonly told: boolean;
}

export interface ServiceAlert {
  readonly kind: 'service-unreachable' | 'service-reachable';
  /** When the silence, or its end, began, UTC. */
  readonly since: Instant;
}

export const serviceAnswers: ServiceMemory = { silentSince: null, told: false };

/** After sleep or a loss of the network the silence from before says nothing about the service. */
export function serviceInterrupted(memory: ServiceMemory): ServiceMemory {
  return { ...memory, silentSince: null };
}

/**
 * Takes note of an answer that came at `at`, and says what is to be told of the service now. Its silence is told once when
 * it has lasted through the user's patience (15 min) over all printers, and its end with the first usable answer.
 */
export function observeService(
  memory: ServiceMemory,
  outcome: PollOutcome,
  at: Instant,
  rules: Pick<Rules, 'patience'>,
): { readonly memory: ServiceMemory; readonly alert: ServiceAlert | null } {
  switch (sayingOf(outcome)) {
    case 'nothing':
      return { memory, alert: null };
    case 'answers':
      return {
        memory: serviceAnswers,
        alert: memory.told ? { kind: 'service-reachable', since: at } : null,
      };
    case 'silent': {
      const silentSince = memory.silentSince ?? at;
      const due = !memory.told && at - silentSince >= rules.patience;
      return {
        memory: { silentSince, told: memory.told || due },
        alert: due ? { kind: 'service-unreachable', since: silentSince } : null,
      };
    }
  }
}

/** Statuses with which the service itself is well and one printer or its plugin is not: 602, 607–609, 611–613. */
const aboutThePrinter: ReadonlySet<number> = new Set([602, 607, 608, 609, 611, 612, 613]);

function sayingOf(outcome: PollOutcome): 'answers' | 'silent' | 'nothing' {
  switch (outcome.kind) {
    case 'answered':
    case 'printer-not-connected':
    case 'refused':
    case 'perks-needed':
    case 'update-needed':
      return 'answers';
    case 'token-lost':
      return 'nothing';
    case 'no-answer':
      switch (outcome.problem.type) {
        case 'keychain':
          return 'nothing';
        case 'http-status':
          return aboutThePrinter.has(outcome.problem.status) ? 'answers' : 'silent';
        case 'malformed':
        case 'redirect':
        case 'network':
          return 'silent';
      }
  }
}
