import { setTimeout as wait } from 'node:timers/promises';
import type { PollOutcome } from '../../../../src/domain/outcome.ts';
import type { Ask } from '../client-cases.ts';
import { type FaultCase, type FaultGroup, type FaultRow, inShort } from './fault.ts';
import { type FaultServer, healthyName, healthyToken, tokenMark } from './fault-server.ts';
import { third } from './third-host.ts';

/** One network with the real client on it. */
export interface Subject {
  readonly ask: (question: Parameters<Ask>[0]) => Promise<PollOutcome>;
  /** Bytes held, after garbage collection. */
  memory(): Promise<number>;
  /** What went wrong outside of any question so far. */
  readonly uncaught: readonly string[];
}

/** Fewer than the six connections that Chromium makes to one host, so that the healthy printer finds a free one. */
const atOnce = 4;
const usualTimeout = 10_000;
/** For the client to let go of a connection; the machine may be busy. */
const longestRelease = 30_000;

interface Judged {
  readonly name: string;
  readonly outcome: string;
  readonly trouble: string | null;
  readonly leaked: boolean;
}

/** Asks through all cases of a group, each beside a healthy printer of the same host and with one asked right after. */
export async function askThrough(
  { fault, cases }: FaultGroup,
  server: FaultServer,
  subject: Subject,
): Promise<FaultRow> {
  const before = await subject.memory();
  const judged: Judged[] = [];
  for (let from = 0; from < cases.length; from += atOnce) {
    const some = cases.slice(from, from + atOnce);
    const uncaughtBefore = subject.uncaught.length;
    const beside = askHealthy(server, subject);
    const results = await Promise.all(some.map((one) => judge(one, server, subject)));
    const healthy = [await beside, await askHealthy(server, subject)];
    const uncaught = subject.uncaught.slice(uncaughtBefore);
    const harmed = [...healthy.filter((outcome) => outcome !== `answered: ${healthyName}`), ...uncaught].join('; ');
    judged.push(
      ...results.map((one) => (harmed === '' ? one : { ...one, trouble: `another printer or the app: ${harmed}` })),
    );
  }
  const lost = judged.filter(({ trouble }) => trouble !== null).map(({ name, trouble }) => `${name}: ${trouble}`);
  const outcomes: Record<string, number> = {};
  for (const { outcome } of judged) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return {
    fault,
    outcomes,
    cases: judged.length,
    survived: judged.length - lost.length,
    lost,
    leaked: judged.filter(({ leaked }) => leaked).map(({ name }) => name),
    memoryGrowth: await growth(subject, before),
  };
}

/** Buffers, compiled code and a heap that grew stay; what must not stay is the 10 MB to 1 GB that the answers came to. */
export const mostMemory = 64 * 2 ** 20;

/** How many bytes more than `before` are held once they are not given back any more, or are few enough. */
export async function growth(subject: Subject, before: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  // A busy machine gives back late: no answer to be had says that it is done.
  for (let look = 0; look < 20 && least >= mostMemory; look += 1) {
    if (look > 0) await wait(500);
    least = Math.min(least, (await subject.memory()) - before);
  }
  return least;
}

async function askHealthy(server: FaultServer, subject: Subject): Promise<string> {
  return inShort(await subject.ask({ origin: server.origin, token: healthyToken, timeout: usualTimeout }));
}

async function judge(one: FaultCase, server: FaultServer, subject: Subject): Promise<Judged> {
  const { token, cutOff } = server.serve(one);
  const reachedBefore = third.connections();
  const whole = await subject.ask({
    origin: one.elsewhere?.origin ?? server.origin,
    token,
    timeout: one.timeout ?? usualTimeout,
  });
  const outcome = inShort(whole);
  const leaked =
    JSON.stringify(whole).includes(tokenMark) ||
    third.heard(token) ||
    one.elsewhere?.mustNotHear().includes(token) === true;
  const troubles: string[] = [];
  if (!isRight(outcome, one.right)) troubles.push(`${outcome} instead of ${one.right.join(' or ')}`);
  if (third.connections() > reachedBefore) troubles.push('a third host was connected to');
  if (one.mostTaken !== undefined) {
    const taken = await Promise.race([cutOff(), wait(longestRelease, Number.POSITIVE_INFINITY)]);
    if (taken > one.mostTaken) troubles.push(`${taken} bytes were taken`);
  }
  return { name: one.name, outcome, trouble: troubles.length === 0 ? null : troubles.join(', '), leaked };
}

/** `status:` alone stands for any status. */
function isRight(outcome: string, right: readonly string[]): boolean {
  return right.some((one) => (one === 'status:' ? outcome.startsWith(one) : outcome === one));
}
