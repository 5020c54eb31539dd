import type { AlertLine } from '../../../../src/demo/seen-by-user.ts';
import { type Context, lastResponse } from '../context.ts';
import type { Answered } from '../heard.ts';
import type { PrinterTruth } from '../truth.ts';

const topics: Partial<Record<AlertLine['alert'], string>> = {
  disconnected: 'disconnected',
  unstable: 'disconnected',
  recovered: 'recovered',
  'reconnect-needed': 'reconnect',
  'reconnect-healed': 'reconnect',
  'perks-needed': 'perks',
  'perks-restored': 'perks',
  'update-needed': 'update',
  'service-unreachable': 'service',
  'service-reachable': 'service',
};

/** Checks that the user wanted the notification. */
export function judgeWish(
  line: AlertLine,
  printer: PrinterTruth,
  responses: readonly Answered[],
  { truth, verdict }: Context,
  words: string,
): void {
  // Changes of the last seconds may not be taken into account yet.
  const at = line.at - 1;
  const holds = (steps: { at(moment: number): boolean }) => [at - 2, at, line.at].every((moment) => steps.at(moment));
  if (holds(printer.muted)) verdict.fault('unwanted', `${words}: muted`);
  if (!printer.listed.at(at - 2)) verdict.fault('unwanted', `${words}: removed`);
  const isOff = holds(printer.off) && !wasSeenBack(printer, responses, at);
  if (isOff && !line.alert.startsWith('reconnect')) verdict.fault('unwanted', `${words}: off on purpose`);
  if (holds(printer.oftenOff) && ['disconnected', 'recovered', 'unstable'].includes(line.alert)) {
    verdict.fault('unwanted', `${words}: often off`);
  }
  judgeLoud(line, { truth, verdict }, words);
}

/**
 * Whether a printer has been seen connected since it was marked as off; if it was connected then, by a newer connection,
 * or one that the server claimed.
 */
function wasSeenBack({ off, link, claimedSince }: PrinterTruth, responses: readonly Answered[], at: number): boolean {
  const markedAt = off.since(at);
  const before = lastResponse(responses, markedAt, ({ reported }) => reported !== 'nothing');
  const after = lastResponse(responses, at, (one) => one.reported === 'connected' && one.requestedAt >= markedAt);
  if (after === null) return false;
  if (before?.reported !== 'connected' || link.since(after.requestedAt) > before.requestedAt) return true;
  const claims = [...claimedSince.runs(after.requestedAt)].filter(({ to }) => to > markedAt);
  return claims.some(({ value }) => value > before.requestedAt);
}

/** Checks quiet hours, snooze, and kinds that are switched off. */
export function judgeLoud(
  line: AlertLine,
  { truth, verdict }: Pick<Context, 'truth' | 'verdict'>,
  words: string,
): void {
  const { loud, topicsOff } = truth;
  const at = line.at - 1;
  // Quiet time ends at a full minute, and the truth is only accurate to the minute.
  if (!loud.at(at) && at - loud.since(at) > 61 && loud.next(at) - at > 61) verdict.fault('unwanted', `${words}: quiet`);
  const isOff = (moment: number) =>
    topicsOff
      .at(moment)
      .split(',')
      .includes(topics[line.alert] ?? '');
  if (isOff(at) && isOff(at - 2)) verdict.fault('unwanted', `${words}: switched off`);
}
