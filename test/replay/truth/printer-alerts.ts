import type { ReplayLine } from '../../../src/demo/replay.ts';
import { allRefused, type Bounds, confirm, hold, hour } from './bounds.ts';
import { type PrinterSeconds, type Said, type Seconds, said } from './seconds.ts';
import type { Verdict } from './verdict.ts';
import type { Visibility } from './visibility.ts';

export type AlertLine = Extract<ReplayLine, { alert: string }>;

/** What a user believes of a printer after the last notification. */
type Belief = 'connected' | 'gone' | 'unstable' | 'refused' | 'perks' | 'update';

const beliefAfter: Readonly<Record<string, Belief>> = {
  disconnected: 'gone',
  recovered: 'connected',
  unstable: 'unstable',
  'reconnect-needed': 'refused',
  'reconnect-healed': 'connected',
  'perks-needed': 'perks',
  'perks-restored': 'connected',
  'update-needed': 'update',
};

/** What has to be so when it is told. */
const toldOf: Readonly<Record<string, readonly Said[]>> = {
  disconnected: [said.gone],
  recovered: [said.connected],
  unstable: [said.gone, said.connected],
  'reconnect-needed': [said.refused],
  'reconnect-healed': [said.connected, said.gone],
  'perks-needed': [said.perks],
  'perks-restored': [said.connected, said.gone],
  'update-needed': [said.update],
};

/** What the user has to believe for it to be news. */
const newsAfter: Readonly<Record<string, readonly Belief[]>> = {
  disconnected: ['connected', 'update'],
  recovered: ['gone', 'unstable'],
  'reconnect-healed': ['refused'],
  'perks-restored': ['perks'],
};

/** What is told was seen to be so no more than 10 s before; an answer takes its time too. */
const lookedBack = 14;

/** Holds what was told of one printer against what was so. */
export function judgePrinter(
  printer: PrinterSeconds,
  lines: readonly AlertLine[],
  seconds: Seconds,
  { since: visible }: Visibility,
  bounds: Bounds,
  verdict: Verdict,
): void {
  const { grace, end } = seconds;
  const { says, since, linkSince, name } = printer;
  const told = lines.filter(({ printers }) => printers.includes(name));
  let belief = 'connected' as Belief;
  let toldAt = 0;
  let lossesTold: number[] = [];
  let next = 0;
  let slowUntil = 0;
  /** The same, when what is said now began. */
  let slowBefore = 0;
  let wasLate = false;

  const hear = (line: AlertLine, at: number) => {
    const { alert } = line;
    const words = `${name}: ${alert} at ${line.at}, since ${line.since}`;
    verdict.count(alert);
    const fitting = toldOf[alert] ?? [];
    let then = -1;
    for (let ago = 1; ago <= lookedBack && then === -1; ago += 1) {
      if (fitting.includes((says[at - ago] ?? 0) as Said)) then = at - ago;
    }
    if (then === -1) verdict.false.push(`${words}: not so`);
    if (newsAfter[alert]?.includes(belief) === false) verdict.false.push(`${words}: ${belief} was believed`);
    if (alert !== 'unstable' && beliefAfter[alert] === belief) verdict.doubled.push(words);
    const lately = lossesTold.filter((moment) => at - moment <= hour + 60).length;
    const lasted = then + 2 - (linkSince[then] ?? 0);
    const began = since[then] ?? 0;
    const wasWatched = Math.max((visible[at] ?? 0) + 2 * bounds.look, slowBefore) < began;
    // What was said before may have made the looks slow; the end of that cannot but be seen late.
    const undisturbed =
      wasWatched && (slowUntil <= began + bounds.look || alert.startsWith('re') || alert.startsWith('perks-r'));
    switch (alert) {
      case 'disconnected':
        if (lasted < grace) verdict.false.push(`${words}: gone for ${lasted}`);
        if (line.printers.length === 1 && linkSince[then] !== line.since) verdict.false.push(`${words}: wrong time`);
        if (lossesTold.filter((moment) => at - moment < hour).length > 2) verdict.false.push(`${words}: unstable`);
        if (undisturbed) verdict.delay(alert, at - Math.max((linkSince[then] ?? 0) + grace, began));
        lossesTold.push(at);
        break;
      case 'recovered':
        if (lasted < (belief === 'unstable' ? hour : hold)) verdict.false.push(`${words}: back for ${lasted}`);
        if (undisturbed && belief === 'gone') verdict.delay(alert, at - Math.max((linkSince[then] ?? 0) + hold, began));
        break;
      case 'unstable':
        if (belief !== 'unstable' && lately < 2) verdict.false.push(`${words}: ${lately} losses told`);
        if (belief === 'unstable' && at - toldAt < hour / 2) verdict.doubled.push(words);
        break;
      case 'reconnect-needed': {
        const refused = then + 2 - began;
        const all = seconds.printers.every((one) => one.says[then] === said.refused);
        // Who is asked seldom may have healed and been refused anew unseen; then it counts from when it was seen refused.
        const seenAt = line.since < began && [0, 1, 2].some((ago) => says[line.since - ago] === said.refused);
        const known = seenAt ? Math.max(refused, at - line.since + 2) : refused;
        if (refused < confirm && !seenAt) verdict.false.push(`${words}: refused for ${refused}`);
        // One that is refused later joins the notification of those that have waited.
        const together = seconds.printers.filter((one) => line.printers.includes(one.name));
        const longest = Math.max(known, ...together.map((one) => then + 2 - (one.since[then] ?? 0)));
        if (all && together.length > 1 && longest < allRefused) verdict.false.push(`${words}: all for ${longest}`);
        if (undisturbed && !all) verdict.delay(alert, refused - confirm);
        break;
      }
      default:
        if (undisturbed) verdict.delay(alert, at - began);
    }
    belief = beliefAfter[alert] ?? belief;
    toldAt = at;
  };

  for (let at = 0; at <= end; at += 1) {
    for (let line = told[next]; line !== undefined && line.at <= at; line = told[next]) {
      next += 1;
      hear(line, at);
    }
    const now = (says[at] ?? said.connected) as Said;
    const began = since[at] ?? 0;
    // An updated plugin is not told; the user sees it.
    if (belief === 'update' && now === said.connected) belief = 'connected';
    // Until something else could be seen, the pace is that of what was said before.
    if (began === at && at > 0) {
      slowBefore = slowUntil;
      slowUntil = Math.max(slowUntil, at + bounds.after((says[at - 1] ?? said.connected) as Said));
    }
    // Who is refused is asked once an hour, whatever comes of it.
    if (belief === 'refused' && seconds.serviceOk[at] === 1 && seconds.serviceOk[at - 1] === 0) {
      slowUntil = Math.max(slowUntil, at + bounds.after(said.refused));
    }
    const seeable = Math.max(began, visible[at] ?? Number.POSITIVE_INFINITY, slowUntil);
    const late = at > dueBy(belief, now, began, linkSince[at] ?? 0, seeable, grace, seconds, at, bounds);
    if (late && !wasLate) verdict.missed.push(`${name}: says ${now} since ${began}, ${belief} believed at ${at}`);
    wasLate = late;
    if (lossesTold.length > 20) lossesTold = lossesTold.slice(-5);
  }
}

/** Until when the user is to be told of what is so now; ∞ when it is what the user believes. */
function dueBy(
  belief: Belief,
  now: Said,
  began: number,
  linkBegan: number,
  seeable: number,
  grace: number,
  seconds: Seconds,
  at: number,
  { look, tellIn, joining, after }: Bounds,
): number {
  switch (now) {
    case said.connected:
      if (belief === 'connected') return Number.POSITIVE_INFINITY;
      if (belief === 'gone') return Math.max(linkBegan + hold, seeable) + look + tellIn + joining;
      if (belief === 'unstable') return Math.max(linkBegan + 1.5 * hour, seeable) + look + tellIn + joining;
      return seeable + look + tellIn + joining;
    case said.gone:
      if (belief === 'gone' || belief === 'unstable') return Number.POSITIVE_INFINITY;
      // After the end of something else was told, the loss is news of its own.
      if (belief === 'connected' || belief === 'update') {
        return Math.max(linkBegan + grace, seeable) + look + tellIn + 2 * joining;
      }
      return seeable + look + tellIn + joining;
    case said.refused: {
      if (belief === 'refused') return Number.POSITIVE_INFINITY;
      // Another printer that answers proves that not all are refused; some are asked seldom, or were until lately.
      const usual: readonly number[] = [said.connected, said.gone];
      const isUsual = ({ says }: PrinterSeconds) =>
        [at, at - after(said.refused)].every((moment) => usual.includes(says[Math.max(0, Math.floor(moment))] ?? 0));
      const waits = seconds.printers.some(isUsual) ? Math.min(look, allRefused) : allRefused;
      return Math.max(seeable, began) + confirm + 2 * look + tellIn + joining + waits;
    }
    case said.perks:
      return belief === 'perks' ? Number.POSITIVE_INFINITY : seeable + look + tellIn + joining;
    case said.update:
      return belief === 'update' ? Number.POSITIVE_INFINITY : seeable + look + tellIn + joining;
  }
}
