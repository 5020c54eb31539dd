import { fullAttention } from '../domain/attention.ts';
import { glanceOf } from '../domain/glance.ts';
import type { PollOutcome } from '../domain/outcome.ts';
import { rulesFor } from '../domain/rules.ts';
import { defaultSettings } from '../domain/settings.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { wordsIn } from '../domain/words/words.ts';
import { staleSince } from '../ipc/snapshot.ts';
import { Fleet } from '../monitor/fleet.ts';
import { Monitor } from '../monitor/monitor.ts';
import { noAnswer, readAnswer } from '../octoeverywhere/read-answer.ts';
import { seededRandom } from './seeded-random.ts';
import type { TraceEvent } from './trace.ts';
import { VirtualTime } from './virtual-time.ts';
import { answerAt, createWorld } from './world.ts';

/** A line of what the user would have been told. Times are whole seconds from the start, rounded up. */
export type ReplayLine =
  | { readonly at: number; readonly glance: string }
  | { readonly at: number; readonly alert: string; readonly printers: readonly string[]; readonly since: number }
  | { readonly requests: number; readonly perPrinter: Readonly<Record<string, number>> };

/** When a replay begins, UTC. Any moment will do; a fixed one keeps replays the same. */
export const epoch = Date.UTC(2026, 0, 5);

/** How long an answer takes, and how long the app waits for one that never comes. */
const latency: Milliseconds = 200;
const timeout: Milliseconds = 15 * SECOND;

/** Something else downstream of the fleet that is to live through a trace; `now` is the virtual time, UTC. */
export type Onlooker = (fleet: Fleet, now: () => Instant) => void;

/**
 * Lets the real monitor, status, alerts and schedule live through a trace in virtual time and hands each line to `print`
 * as it comes about. The same trace always gives the same lines.
 */
export async function replay(
  trace: readonly TraceEvent[],
  print: (line: ReplayLine) => void,
  onlooker: Onlooker = () => {},
): Promise<void> {
  const world = createWorld(trace);
  const time = new VirtualTime(epoch);
  const fleet = new Fleet();
  onlooker(fleet, time.clock.now);
  const perPrinter: Record<string, number> = {};
  const seconds = () => time.since() / SECOND;
  const wholeSeconds = (at: Milliseconds) => Math.ceil(at / SECOND);

  const ask = (printer: string): Promise<PollOutcome> => {
    perPrinter[printer] = (perPrinter[printer] ?? 0) + 1;
    return new Promise((resolve) => {
      time.after(latency, () => {
        const answer = answerAt(world, printer, seconds(), epoch);
        if (answer === 'no-network') resolve(noAnswer({ type: 'network', cause: 'no-network' }));
        else if (answer !== 'timeout') resolve(readAnswer({ ...answer, retryAfter: null }, time.clock.now()));
        else time.after(timeout - latency, () => resolve(noAnswer({ type: 'network', cause: 'timeout' })));
      });
    });
  };
  const monitor = new Monitor(fleet, {
    clock: time.clock,
    timer: time.timer,
    random: seededRandom(1),
    ask,
    network: () => world.network(seconds()),
    rules: () => rulesFor(withSettings(world.settings(seconds())), null),
    attention: () => fullAttention,
    tell: (alerts) => {
      for (const { kind, printers, since } of alerts) {
        print({ at: wholeSeconds(time.since()), alert: kind, printers, since: wholeSeconds(since - epoch) });
      }
    },
    toldChanged: () => {},
  });

  let shown = '';
  fleet.subscribe(() => {
    const printers = fleet.members().map(({ printer, status }) => ({
      name: printer.name,
      status: status.kind,
      stale: staleSince(status) !== null,
    }));
    const { state } = glanceOf(printers, fleet.network(), wordsIn('en'));
    if (state !== shown) print({ at: wholeSeconds(time.since()), glance: state });
    shown = state;
  });

  let asleep = false;
  /** The app sleeps with its computer: what the user did to it meanwhile takes effect on waking. */
  const slept: TraceEvent[] = [];
  for (const event of trace) time.happen(event.at * SECOND, () => happen(event));
  function happen(event: TraceEvent): void {
    if ('printer' in event) perPrinter[event.printer] ??= 0;
    if (asleep && !('computer' in event)) slept.push(event);
    else if ('printer' in event) {
      if (fleet.get(event.printer) !== undefined) return;
      monitor.watch({ id: event.printer, name: event.printer, muted: false, addedAt: time.clock.now() }, null);
    } else if ('setting' in event) {
      monitor.rulesChanged();
    } else if ('computer' in event && event.computer === 'sleep') {
      asleep = true;
      monitor.sleep();
      time.sleep();
    } else if ('computer' in event) {
      asleep = false;
      time.wake();
      monitor.wake();
      for (const missed of slept.splice(0)) happen(missed);
    }
  }

  monitor.start();
  await time.run(world.endsAt * SECOND);
  monitor.stop();
  print({ requests: Object.values(perPrinter).reduce((sum, count) => sum + count, 0), perPrinter });
}

function withSettings(changes: {
  readonly pollSeconds?: number | undefined;
  readonly graceSeconds?: number | undefined;
}) {
  return {
    pollSeconds: changes.pollSeconds ?? defaultSettings.pollSeconds,
    graceSeconds: changes.graceSeconds ?? defaultSettings.graceSeconds,
  };
}
