import { expect } from 'vitest';
import type { PollOutcome } from '../../../../src/domain/outcome.ts';
import type { PluginAnswered } from '../../../../src/octoeverywhere/plugin-answer.ts';
import { type PluginRequest, pluginRequests } from '../plugin-requests.ts';
import { askThrough, mostMemory, type Subject } from './ask-through.ts';
import { contents } from './contents.ts';
import { cuts } from './cuts.ts';
import type { FaultCase, FaultGroup } from './fault.ts';
import { type FaultServer, healthyToken } from './fault-server.ts';
import { framing } from './framing.ts';
import { headers } from './headers.ts';
import { redirects } from './redirects.ts';
import { sizes } from './sizes.ts';

const all = [...cuts, ...sizes, ...framing, ...headers, ...contents, ...redirects];

/** Every fault as it has to come out of a request to a printer's plugin. */
export function pluginFaults(request: PluginRequest, chromium = false): readonly FaultGroup[] {
  return faultsOf(request, 1, 0, chromium);
}

/** The same, of each fault only every so manyth case, such that all requests together meet all of them; in one group. */
export function partOfFaults(request: PluginRequest, chromium = false): readonly FaultGroup[] {
  const groups = faultsOf(request, pluginRequests.length, pluginRequests.indexOf(request), chromium);
  return [{ fault: `${request}: its part of all faults`, cases: groups.flatMap(({ cases }) => cases) }];
}

function faultsOf(request: PluginRequest, step: number, turn: number, chromium: boolean): readonly FaultGroup[] {
  return all
    .map(({ fault, cases }) => ({
      fault: `${request}: ${fault}`,
      cases: cases
        .filter(({ chromiumOnly }) => chromium || chromiumOnly !== true)
        .filter((_, index) => index % step === turn % Math.min(step, cases.length))
        .map((one) => forPlugin(one, request, fault)),
    }))
    .filter(({ cases }) => cases.length > 0);
}

/**
 * What these answers speak of is the body of the Info API: no status, no list, no picture, and nothing that says that a
 * print was paused. No redirect is followed at all.
 */
function forPlugin(one: FaultCase, request: PluginRequest, fault: string): FaultCase {
  const right = one.right.flatMap((outcome): readonly string[] => {
    if (outcome.startsWith('answered') || outcome === 'malformed: wrong-shape') {
      const isDone = isControl(request) && saysThatItWorked(fault);
      return [
        'malformed: wrong-shape',
        ...(isDone ? ['answered: done'] : []),
        ...(isRedirected(one) ? notFollowed : []),
      ];
    }
    if (outcome.startsWith('redirect')) return notFollowed;
    // Infinity and NaN are what a plugin in Python writes.
    if (outcome === 'malformed: not-json') return [outcome, 'malformed: wrong-shape'];
    // A picture may be larger than any text.
    if (outcome === 'malformed: too-large' && request === 'snapshot') {
      return [outcome, 'malformed: wrong-shape', 'malformed: not-json'];
    }
    return [outcome];
  });
  return { ...one, right: [...new Set(right)] };
}

const notFollowed = ['redirect: foreign-host', 'redirect: too-many', 'redirect: unreadable'];

function isControl(request: PluginRequest): boolean {
  return request === 'pause' || request === 'resume' || request === 'cancel';
}

/** Bodies of these have a `Status` of 200, which is all that there is to say of what a printer was to do. */
function saysThatItWorked(fault: string): boolean {
  return [
    'NaN, Infinity and numbers out of range',
    'JSON of the wrong shape',
    'JSON 100,000 deep',
    '`__proto__`, `constructor` and other keys of objects',
  ].includes(fault);
}

function isRedirected({ name }: FaultCase): boolean {
  return /^30\d to the service itself/.test(name);
}

/** The outcome of a request to the plugin in the words of the Info API, which the faults are judged in. */
export function asPolled({ outcome }: PluginAnswered<unknown>): PollOutcome {
  if (outcome.kind === 'answered') {
    const name = typeof outcome.value === 'string' ? outcome.value : 'something';
    return { kind: 'answered', info: { printerName: name } } as PollOutcome;
  }
  const { failure } = outcome;
  switch (failure.kind) {
    case 'no-answer':
      return { kind: 'no-answer', problem: failure.problem };
    case 'no-credentials':
      return { kind: 'token-lost' };
    case 'not-connected':
      return { kind: 'printer-not-connected' };
    case 'perks-needed':
      return { kind: 'perks-needed' };
    case 'connection-refused':
    case 'credentials-refused':
      return { kind: 'refused', status: failure.status as 603 };
    case 'update-needed':
      if (failure.status === 610) return { kind: 'update-needed' };
      break;
  }
  return { kind: 'no-answer', problem: { type: 'http-status', status: failure.status } };
}

/** A subject that makes `request` for faulty printers and asks the Info API about the healthy one beside them. */
export function mixedSubject(
  info: Subject,
  plugin: (question: Parameters<Subject['ask']>[0]) => Promise<PluginAnswered<unknown>>,
): Subject {
  return {
    ask: async (question) => (question.token === healthyToken ? info.ask(question) : asPolled(await plugin(question))),
    memory: info.memory,
    get uncaught() {
      return info.uncaught;
    },
  };
}

/** Asks through all groups; each has to come out right, beside a healthy printer, and leave nothing behind. */
export async function holdAll(groups: readonly FaultGroup[], server: FaultServer, subject: Subject): Promise<void> {
  for (const group of groups) {
    const row = await askThrough(group, server, subject);
    expect(row).toMatchObject({ fault: group.fault, lost: [], leaked: [] });
    expect(row.memoryGrowth).toBeLessThan(mostMemory);
  }
}
