import * as v from 'valibot';
import type { Refusal, Reply, Requests } from '../contract/contract.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Milliseconds } from '../domain/time.ts';
import type { Log } from '../logging/log.ts';
import { type Left, spend } from './rate-limit.ts';
import { budgets, createChannels, notListed } from './request-schemas.ts';

/** The main process's handler for each request; may be asynchronous. */
export type RequestHandlers = {
  readonly [Name in keyof Requests]: (
    ...args: Parameters<Requests[Name]>
  ) => ReturnType<Requests[Name]> | Promise<ReturnType<Requests[Name]>>;
};

export interface GateParts {
  readonly handlers: RequestHandlers;
  readonly isListed: (id: PrinterId) => boolean;
  readonly log: Pick<Log, 'warn' | 'error'>;
  /** A monotonic clock. */
  readonly elapsed: () => Milliseconds;
}

/** Handles one request; `isOwnPage` returns whether the app's own page sent it, and may throw if the sender is gone. */
export type Gate = (name: keyof Requests, args: readonly unknown[], isOwnPage: () => boolean) => Promise<Reply>;

/**
 * Checks every request from the window: its sender, arguments and rate. A refusal repeats nothing of what was sent, and
 * each kind is logged once per request: a page out of control must not fill the disk. Never rejects.
 */
export function createGate({ handlers, isListed, log, elapsed }: GateParts): Gate {
  const channels = createChannels(isListed);
  const left = new Map<string, Left>();
  const logged = new Set<string>();

  function refuse(name: keyof Requests, refused: Refusal): Reply {
    const line = `Refused ${name} from the window: ${refused}. Others like it are not logged.`;
    if (!logged.has(line)) log.warn(line);
    logged.add(line);
    return { refused };
  }

  function hasBudget(name: keyof Requests): boolean {
    const { budget } = channels[name];
    if (budget === null) return true;
    const rest = spend(budgets[budget], left.get(budget) ?? null, elapsed());
    if (rest !== null) left.set(budget, rest);
    return rest !== null;
  }

  return async (name, args, isOwnPage) => {
    try {
      if (!isOwnPage()) return refuse(name, 'unknown-sender');
    } catch {
      return refuse(name, 'unknown-sender');
    }
    const checked = v.safeParse(channels[name].takes, args);
    if (!checked.success) return refuse(name, whyNot(checked.issues));
    if (!hasBudget(name)) return refuse(name, 'too-often');
    try {
      const handle = handlers[name] as (...given: readonly unknown[]) => unknown;
      return { answer: await handle(...checked.output) };
    } catch (error) {
      const line = `Request ${name} failed`;
      if (!logged.has(line)) log.error(line, error);
      logged.add(line);
      return { refused: 'failed' };
    }
  };
}

/** Returns why a request is refused; a printer that no longer exists is not the sender's fault. */
function whyNot(issues: readonly v.BaseIssue<unknown>[]): Refusal {
  return issues.every(({ message }) => message === notListed) ? 'unknown-printer' : 'invalid-arguments';
}

/** The names of all requests. */
export const requestNames = Object.keys(createChannels(() => false)) as readonly (keyof Requests)[];
