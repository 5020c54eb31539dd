import { expect } from 'vitest';
import type { PollOutcome } from '../../../../src/domain/outcome.ts';
import type { PluginAnswered } from '../../../../src/octoeverywhere/plugin-response.ts';
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

/** Returns every fault with its correct outcomes for a request to a printer's plugin. */
export function pluginFaults(request: PluginRequest, chromium = false): readonly FaultGroup[] {
  return faultsOf(request, 1, 0, chromium);
}

/** Returns only part of the cases, in one group, such that all requests together cover all of them. */
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
 * Adapts a case to the plugin: its body is that of the Info API, so it is not a status, a list, a picture or a
 * confirmation of a pause. No redirect is followed.
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
    // Infinity and NaN are valid for a plugin in Python.
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

/** The bodies of these faults have a `Status` of 200, which confirms that an action was done. */
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

/** Converts the outcome of a request to the plugin to one of the Info API, which the faults expect. */
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

/** Returns a subject that sends `request` for faulty printers and uses the Info API for the healthy one. */
export function mixedSubject(
  info: Subject,
  plugin: (call: Parameters<Subject['ask']>[0]) => Promise<PluginAnswered<unknown>>,
): Subject {
  return {
    ask: async (call) => (call.token === healthyToken ? info.ask(call) : asPolled(await plugin(call))),
    memory: info.memory,
    get uncaught() {
      return info.uncaught;
    },
  };
}

/** Runs all groups; each must have the correct outcomes, leave the healthy printer unaffected, and leak nothing. */
export async function holdAll(groups: readonly FaultGroup[], server: FaultServer, subject: Subject): Promise<void> {
  for (const group of groups) {
    const row = await askThrough(group, server, subject);
    expect(row).toMatchObject({ fault: group.fault, lost: [], leaked: [] });
    expect(row.memoryGrowth).toBeLessThan(mostMemory);
  }
}
