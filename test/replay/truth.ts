import type { ReplayLine } from '../../src/demo/replay.ts';
import { createWorld } from '../../src/demo/world.ts';
import type { Life } from './life.ts';

/** Grace, hold and bounds in seconds, as the product promises them. */
const grace = 90;
const hold = 30;
const hour = 3_600;
/** Poll interval with its jitter, 15 s, and the wait for others that may join a notification. */
const lossBound = 63 + 15 + 20;
const recoveryBound = 63 + 15 + 83;
/** After trouble of the service its next question may be a whole back-off away. */
const backOff = 8.4 * 60 + 15;

export interface Verdict {
  readonly false: readonly string[];
  readonly missed: readonly string[];
  readonly doubled: readonly string[];
  readonly impolite: readonly string[];
  /** Seconds from the end of the grace to the notification, of losses seen from their beginning on. */
  readonly delays: readonly number[];
}

/**
 * Holds what a replay told against the truth, which is computed from the trace alone: second by second whether each
 * printer was connected, and since when the app could have seen it.
 */
export function judge(life: Life, lines: readonly ReplayLine[]): Verdict {
  const world = createWorld(life.trace);
  const verdict = { false: [] as string[], missed: [] as string[], doubled: [] as string[], impolite: [] as string[] };
  const delays: number[] = [];
  const alerts = lines.flatMap((line) => ('alert' in line ? [line] : []));
  const requests = lines.flatMap((line) => ('requests' in line ? [line.perPrinter] : []))[0] ?? {};

  let awake = 0;
  let disturbances = 0;
  let visibleSince = 0;
  let serviceTrouble = false;
  const visible: number[] = [];
  for (let at = 0; at < life.end; at += 1) {
    const asleep = world.computer(at) === 'asleep';
    const working = !asleep && world.network(at) === 'up' && world.service(at) === 'ok';
    if (!asleep) awake += 1;
    if (!working) {
      if (visibleSince !== -1) disturbances += 1;
      if (world.service(at) !== 'ok') serviceTrouble = true;
      visibleSince = -1;
    } else if (visibleSince === -1) {
      visibleSince = at + (serviceTrouble ? backOff : 0);
      serviceTrouble = false;
    }
    visible.push(visibleSince === -1 ? Number.POSITIVE_INFINITY : visibleSince);
  }

  for (const printer of life.printers) {
    const told = alerts.filter((alert) => alert.printers.includes(printer));
    let believed: 'connected' | 'gone' | 'unstable' = 'connected';
    const lossesTold: number[] = [];
    let next = 0;
    let since = 0;
    let losses = 0;
    let connected = true;
    let missing = false;
    let unstableToldAt = 0;
    for (let at = 0; at < life.end; at += 1) {
      const state = world.printer(printer, at);
      const up = state?.link !== 'down';
      if (up !== connected) {
        connected = up;
        since = at;
        if (!up) losses += 1;
      }
      for (let alert = told[next]; alert !== undefined && alert.at <= at; alert = told[next]) {
        next += 1;
        const words = `${printer}: ${alert.alert} at ${alert.at}, since ${alert.since}`;
        // What is told was seen to be so no more than 10 s before.
        const asTold = (alert: string) => (alert === 'recovered' ? 'up' : 'down');
        const seenAt = [2, 4, 6, 8, 10, 12].map((ago) => at - ago);
        const then = seenAt.find((moment) => world.printer(printer, moment)?.link === asTold(alert.alert)) ?? at;
        const before = world.printer(printer, then);
        if (alert.alert === 'disconnected') {
          if (believed !== 'connected') verdict.doubled.push(words);
          believed = 'gone';
          lossesTold.push(at);
          if (lossesTold.filter((moment) => at - moment < hour).length > 2) verdict.false.push(`${words}: unstable`);
          const gone = before?.link === 'down' ? then + 2 - (before.lastDisconnectAt ?? 0) : -1;
          if (gone < grace) verdict.false.push(`${words}, gone for ${gone}`);
          if (before?.lastDisconnectAt !== alert.since && alert.printers.length === 1)
            verdict.false.push(`${words}: wrong time`);
          if ((visible[at] ?? 0) + 120 < (before?.lastDisconnectAt ?? 0)) delays.push(gone - grace);
        } else if (alert.alert === 'recovered') {
          if (believed === 'connected') verdict.doubled.push(words);
          const held = believed === 'unstable' ? hour : hold;
          believed = 'connected';
          const back = before?.link === 'up' ? then + 2 - (before.lastConnectionAt ?? 0) : -1;
          if (back < held) verdict.false.push(`${words}, back for ${back}`);
        } else if (alert.alert === 'unstable') {
          const lately = lossesTold.filter((moment) => at - moment <= hour + 60).length;
          if (believed !== 'unstable' && lately < 2) verdict.false.push(`${words}: ${lately} losses told`);
          if (believed === 'unstable' && at - unstableToldAt < hour / 2) verdict.doubled.push(words);
          believed = 'unstable';
          unstableToldAt = at;
        } else {
          verdict.false.push(words);
        }
      }
      const seen = visible[at] ?? Number.POSITIVE_INFINITY;
      const late =
        (!connected && believed === 'connected' && at > Math.max(since + grace, seen) + lossBound) ||
        (connected && believed === 'gone' && at > Math.max(since + hold, seen) + recoveryBound) ||
        (connected && believed === 'unstable' && at > Math.max(since + 1.5 * hour, seen) + recoveryBound);
      if (late && !missing)
        verdict.missed.push(`${printer}: ${connected ? 'back' : 'gone'} since ${since}, untold at ${at}`);
      missing = late;
    }
    // In turn, plus the looks out of turn: two for a loss and two for its end, and one after each disturbance.
    const allowed = awake / 60 + losses * 4 + disturbances * 2 + 2;
    const asked = requests[printer] ?? 0;
    if (asked > allowed) verdict.impolite.push(`${printer}: ${asked} questions, ${Math.floor(allowed)} allowed`);
  }
  return { ...verdict, delays };
}
