import { type Bounds, patience } from './bounds.ts';
import type { AlertLine } from './printer-alerts.ts';
import type { Seconds } from './seconds.ts';
import type { Verdict } from './verdict.ts';

/** Holds what was told of OctoEverywhere as a whole against what was so. */
export function judgeService(lines: readonly AlertLine[], seconds: Seconds, bounds: Bounds, verdict: Verdict): void {
  const { end, awake, network, serviceOk } = seconds;
  const told = lines.filter(({ alert }) => alert.startsWith('service-'));
  let believed = true;
  let next = 0;
  let silentSince = Number.POSITIVE_INFINITY;
  let answersSince = Number.POSITIVE_INFINITY;
  /** When the last silence ended, and since when it had lasted. */
  let ended = Number.NEGATIVE_INFINITY;
  let endedSince = Number.POSITIVE_INFINITY;
  let wasLate = false;
  for (let at = 0; at <= end; at += 1) {
    for (let line = told[next]; line !== undefined && line.at <= at; line = told[next]) {
      next += 1;
      verdict.count(line.alert);
      const words = `${line.alert} at ${line.at}`;
      const reachable = line.alert === 'service-reachable';
      if (reachable === believed) verdict.doubled.push(words);
      believed = reachable;
      if (line.printers.length > 0) verdict.false.push(`${words}: names printers`);
      // A question that times out was asked up to 15 s before.
      const silent = at - (silentSince === Number.POSITIVE_INFINITY && at - ended <= 16 ? endedSince : silentSince);
      if (!reachable && silent < patience - 1) verdict.false.push(`${words}: silent for ${silent}`);
      if (reachable && serviceOk[at - 1] !== 1 && serviceOk[at - 2] !== 1) verdict.false.push(`${words}: not so`);
      verdict.delay(line.alert, reachable ? at - answersSince : silent - patience);
    }
    const working = awake[at] === 1 && network[at] === 1;
    if (working && serviceOk[at] === 1 && silentSince !== Number.POSITIVE_INFINITY) {
      ended = at;
      endedSince = silentSince;
    }
    if (!working || serviceOk[at] === 1) silentSince = Number.POSITIVE_INFINITY;
    else if (silentSince === Number.POSITIVE_INFINITY) silentSince = at;
    if (!working || serviceOk[at] !== 1) answersSince = Number.POSITIVE_INFINITY;
    else if (answersSince === Number.POSITIVE_INFINITY) answersSince = at;
    const late =
      (believed && at > silentSince + Math.max(2 * slowest(bounds), patience + bounds.backOff) + bounds.backOff) ||
      (!believed && at > answersSince + slowest(bounds) + bounds.tellIn);
    if (late && !wasLate) verdict.missed.push(`OctoEverywhere ${believed ? 'silent' : 'answering'}, untold at ${at}`);
    wasLate = late;
  }
}

/** Nobody is asked sooner when all printers there are have long been refused, and silence takes two questions. */
function slowest(bounds: Bounds): number {
  return bounds.after(3);
}
