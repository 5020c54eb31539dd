import type { PollOutcome } from './outcome.ts';
import type { Rules } from './rules.ts';
import type { Instant } from './time.ts';

/** What alerting remembers of OctoEverywhere as a whole. Plain data. */
export interface ServiceMemory {
  /** Since when no question about any printer has brought a usable answer, and when that was seen last; null while they do. */
  readonly silence: { readonly since: Instant; readonly seenAt: Instant } | null;
  /** Since when questions have brought usable answers; null while they do not. */
  readonly answersSince: Instant | null;
  /** The user was told that the service cannot be reached, and not yet that it can. */
  readonly told: boolean;
}

export type ServiceAlertKind = 'service-unreachable' | 'service-reachable';

export interface ServiceAlert {
  readonly kind: ServiceAlertKind;
  /** When the silence, or its end, began, UTC. */
  readonly since: Instant;
  /** From when on it was to be told, UTC. */
  readonly ripeAt: Instant;
}

/** The memory after a start. */
export function recallService(told: boolean): ServiceMemory {
  return { silence: null, answersSince: null, told };
}

/** After sleep or a loss of the network nothing from before says anything about the service. */
export function serviceInterrupted(memory: ServiceMemory): ServiceMemory {
  return recallService(memory.told);
}

/** Takes note of an answer that came at `at`, about whichever printer. */
export function observeService(memory: ServiceMemory, outcome: PollOutcome, at: Instant): ServiceMemory {
  switch (sayingOf(outcome)) {
    case 'nothing':
      return memory;
    case 'answers':
      return { ...memory, silence: null, answersSince: memory.answersSince ?? at };
    case 'silent':
      return { ...memory, silence: { since: memory.silence?.since ?? at, seenAt: at }, answersSince: null };
  }
}

/**
 * What is to be told of the service now; null when there is nothing new. Its silence is told once when it has lasted
 * through the user's patience (15 min) over all printers, and its end with the first usable answer.
 */
export function dueOfService(memory: ServiceMemory, rules: Pick<Rules, 'patience'>): ServiceAlert | null {
  const { silence, answersSince, told } = memory;
  if (told) {
    return answersSince === null ? null : { kind: 'service-reachable', since: answersSince, ripeAt: answersSince };
  }
  if (silence === null || silence.seenAt - silence.since < rules.patience) return null;
  return { kind: 'service-unreachable', since: silence.since, ripeAt: silence.since + rules.patience };
}

/** The memory after `kind` was told, or passed over because the user does not want to hear it. */
export function afterTellingOfService(memory: ServiceMemory, kind: ServiceAlertKind): ServiceMemory {
  return { ...memory, told: kind === 'service-unreachable' };
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
