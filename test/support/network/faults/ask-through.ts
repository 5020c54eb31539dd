import { setTimeout as wait } from 'node:timers/promises';
import type { PollOutcome } from '../../../../src/domain/outcome.ts';
import type { Ask } from '../client-cases/setup.ts';
import { type FaultCase, type FaultGroup, type FaultRow, inShort } from './fault.ts';
import { type FaultServer, healthyName, healthyToken, tokenMark } from './fault-server.ts';
import { third } from './third-host.ts';

/** The real client on one network. */
export interface Subject {
  readonly ask: (request: Parameters<Ask>[0]) => Promise<PollOutcome>;
  /** Resolves to the memory in use in bytes, after garbage collection. */
  memory(): Promise<number>;
  /** Errors outside of any request so far. */
  readonly uncaught: readonly string[];
}

/** Fewer than the six connections that Chromium makes per host, so that one is free for the healthy printer. */
const atOnce = 4;
const usualTimeout = 10_000;
/** How long the client may take to close a connection on a busy machine, ms. */
const longestRelease = 30_000;

interface Judged {
  readonly name: string;
  readonly outcome: string;
  readonly trouble: string | null;
  readonly leaked: boolean;
}

/** Runs all cases of a group, each alongside a healthy printer on the same host, which is checked again right after. */
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

/** Buffers, compiled code and a grown heap may remain, but not the 10 MB to 1 GB of the responses. */
export const mostMemory = 64 * 2 ** 20;

/** Resolves to the growth of memory since `before` in bytes, once it is low enough or no longer falls. */
export async function growth(subject: Subject, before: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  // A busy machine frees memory late, and nothing reports when it is done.
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

/** `status:` alone matches any status. */
function isRight(outcome: string, right: readonly string[]): boolean {
  return right.some((one) => (one === 'status:' ? outcome.startsWith(one) : outcome === one));
}
