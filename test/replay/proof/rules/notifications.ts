import type { AlertLine } from '../../../../src/demo/seen-by-user.ts';
import { type Context, firstOfRun, freshFor, hour, lastResponse, sinceAdded } from '../context.ts';
import type { Answered } from '../heard.ts';
import type { PrinterTruth, ReportedState } from '../truth.ts';
import { judgeWish } from './permission.ts';
import { judgeSince } from './since.ts';

/** The responses that prove each alert. */
const proofs: Partial<Record<AlertLine['alert'], readonly ReportedState[]>> = {
  disconnected: ['gone'],
  recovered: ['connected'],
  unstable: ['connected', 'gone', 'refused', 'perks', 'update'],
  'reconnect-needed': ['refused'],
  'reconnect-healed': ['connected', 'gone', 'perks', 'update'],
  'perks-needed': ['perks'],
  'perks-restored': ['connected', 'gone', 'refused', 'update'],
  'update-needed': ['update'],
};

const endedBy: Partial<Record<AlertLine['alert'], AlertLine['alert']>> = {
  recovered: 'disconnected',
  'reconnect-healed': 'reconnect-needed',
  'perks-restored': 'perks-needed',
};

/** What the user knows about a printer from notifications. */
interface Belief {
  /** When each kind that is still open was last reported. */
  readonly open: Map<string, number>;
  reportedDisconnections: number[];
}

/** Compares every alert about a printer with the truth and with earlier alerts. */
export function judgeNotifications(context: Context): void {
  for (const printer of context.truth.printers.values()) judgePrinter(printer, context);
}

function judgePrinter(printer: PrinterTruth, context: Context): void {
  const { heard, verdict } = context;
  const all = heard.responses.get(printer.name) ?? [];
  let responses = all;
  let belief: Belief = { open: new Map(), reportedDisconnections: [] };
  const named = new Set<string>();
  for (const line of heard.alerts) {
    if (!line.printers.includes(printer.name)) continue;
    const known = sinceAdded(printer, all, line.at);
    // Nobody remembers what was reported before it was added again.
    if (known.length !== responses.length) belief = { open: new Map(), reportedDisconnections: [] };
    responses = known;
    const key = `${line.notification} ${line.alert}`;
    // An update repeats earlier printers, and reports repeated changes again.
    if (named.has(key)) {
      const ended = endedBy[line.alert];
      if (ended === undefined) belief.open.set(line.alert, belief.open.get(line.alert) ?? line.at);
      else belief.open.delete(ended);
      continue;
    }
    named.add(key);
    const words = `${line.alert} of ${printer.name} at ${line.at}`;
    judgeWish(line, printer, responses, context, words);
    const proof = proofOf(line, responses);
    if (proof === null) {
      verdict.fault('false', `${words}: no answer of the last 15 s says so`);
      continue;
    }
    judgeKind(line, printer, proof, responses, belief, context, words);
    judgeSince(line, printer, responses, context, words);
  }
}

/** Returns the recent response that proves a line; a later one that contradicts it invalidates it. */
function proofOf(line: AlertLine, responses: readonly Answered[]): Answered | null {
  const proving = proofs[line.alert] ?? [];
  const proof = lastResponse(responses, line.at, ({ reported }) => proving.includes(reported));
  if (proof === null || proof.at < line.at - freshFor) return null;
  const last = lastResponse(responses, line.at - 1, ({ reported }) => reported !== 'nothing');
  return last !== null && last.at > proof.at ? null : proof;
}

function judgeKind(
  line: AlertLine,
  printer: PrinterTruth,
  proof: Answered,
  responses: readonly Answered[],
  belief: Belief,
  context: Context,
  words: string,
): void {
  const { truth, verdict } = context;
  const { open } = belief;
  const { at, alert } = line;
  const first = firstOfRun(responses, proof);
  const lasts = at - first.at;
  // A line is rounded up to a whole second; changes within that second came after it.
  const shownAt = at - 1;
  /** Whether it was already reported and nothing else was seen since. */
  const isAgain = (kind: string, ...ends: readonly ReportedState[]) => {
    const notifiedAt = open.get(kind);
    if (notifiedAt === undefined) return false;
    const ended = lastResponse(responses, at, ({ reported }) => ends.includes(reported));
    return ended === null || ended.at <= notifiedAt;
  };
  const endsWhat = (kind: string) => {
    if (!open.delete(kind)) verdict.fault('false', `${words}: no ${kind} was notified`);
  };
  switch (alert) {
    case 'disconnected': {
      const { link, says } = printer;
      // It may have returned since that response.
      const seenAt = says.at(proof.at) === 'gone' ? proof.at : proof.requestedAt;
      const lostAt = Math.min(says.since(seenAt), link.at(seenAt) === 'down' ? link.since(seenAt) : seenAt);
      // The first of the responses contained the time; changes in between may have gone unseen.
      const knownLost = link.at(first.requestedAt) === 'down' ? link.since(first.requestedAt) : at;
      const goneFor = Math.max(lasts, at - knownLost, says.at(seenAt) === 'gone' ? at - lostAt : 0);
      if (goneFor < truth.grace.at(at) - 1) verdict.fault('false', `${words}: gone for ${Math.round(goneFor)} s`);
      // A link that returned and dropped again is a new outage, seen or not; it may have returned within that second.
      const isSameLoss = link.changes((open.get('disconnected') ?? 0) - 1, shownAt) < 2;
      if (isSameLoss && isAgain('disconnected', 'connected')) verdict.fault('doubled', words);
      open.set('disconnected', at);
      belief.reportedDisconnections.push(at);
      return;
    }
    case 'recovered': {
      const upFor = Math.max(lasts, at - printer.link.since(proof.requestedAt));
      if (upFor < 29) verdict.fault('false', `${words}: back for ${Math.round(upFor)} s`);
      // An unstable link that is stable again ends that without a notification.
      if (open.has('unstable') && !open.has('disconnected')) open.delete('unstable');
      else endsWhat('disconnected');
      return;
    }
    case 'unstable': {
      const from = at - hour - 90;
      // One that began earlier counts if it lasted into that hour.
      const runs = [...printer.link.runs(at)].filter(({ to, value }) => value === 'down' && to > from);
      const drops = runs.length;
      const changes = printer.says.changes(Math.max(0, from), at);
      // So does one that only the responses report.
      const reported = [...printer.says.runs(at)].filter(({ to, value }) => value === 'gone' && to > from).length;
      if (drops < 2 && reported < 2 && changes < 4) verdict.fault('false', `${words}: ${drops} drops`);
      const notifiedAt = open.get('unstable') ?? Number.NEGATIVE_INFINITY;
      if (at - notifiedAt < hour / 2 - 1) verdict.fault('doubled', words);
      open.set('unstable', at);
      return;
    }
    case 'reconnect-needed':
      if (proof.at - first.at < 59.5) verdict.fault('false', `${words}: refused once`);
      judgeWave(line, first, context, words);
      if (isAgain(alert, 'connected', 'gone', 'perks', 'update')) verdict.fault('doubled', words);
      open.set(alert, at);
      return;
    case 'perks-needed':
    case 'update-needed':
      if (proof.at - first.at < 59.5) verdict.fault('false', `${words}: said once`);
      if (isAgain(alert, 'connected', 'gone', 'refused', alert === 'perks-needed' ? 'update' : 'perks')) {
        verdict.fault('doubled', words);
      }
      open.set(alert, at);
      return;
    case 'reconnect-healed':
      endsWhat('reconnect-needed');
      return;
    case 'perks-restored':
      endsWhat('perks-needed');
      return;
  }
}

/** While no connection is accepted, or most printers were not checked, a rejection may be a fault of the service. */
function judgeWave(line: AlertLine, first: Answered, { truth, heard, verdict }: Context, words: string): void {
  const listed = [...truth.printers.values()].filter((one) => one.appears <= first.at && one.listed.at(line.at));
  const since = (from: number) => (response: Answered) => response.requestedAt >= from;
  const requestedSince = (name: string, from: number) =>
    lastResponse(heard.responses.get(name) ?? [], line.at, since(from));
  const lasts = (name: string): Answered | null => {
    const responses = heard.responses.get(name) ?? [];
    const last = lastResponse(responses, line.at, ({ reported }) => reported !== 'nothing');
    return last?.reported === 'refused' ? firstOfRun(responses, last) : null;
  };
  const isGood = ({ name }: PrinterTruth) => {
    const last = lastResponse(
      heard.responses.get(name) ?? [],
      line.at,
      (one) => since(first.at - 1)(one) && one.reported !== 'refused' && one.reported !== 'nothing',
    );
    return last !== null;
  };
  const requests = listed.filter(({ name }) => requestedSince(name, first.at - 1) !== null).length;
  if (listed.some(isGood) && 2 * requests >= listed.length) return;
  const began = Math.min(first.at, ...listed.map(({ name }) => lasts(name)?.at ?? first.at));
  const needed = listed.length > 1 ? 600 : 180;
  if (line.at - began < needed - 1) {
    verdict.fault('false', `${words}: nobody answered well for ${Math.round(line.at - began)} s only`);
  }
}
