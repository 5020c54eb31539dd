import type { AlertLine } from '../../../src/demo/seen-by-user.ts';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import type { Answered, Heard, StatusLine } from './heard.ts';
import { ideal, idealTrace } from './ideal.ts';
import { judge } from './judge.ts';
import type { Rule } from './verdict.ts';

export const { truth, heard } = ideal();

/** Returns the rules that are broken when `change` is applied to the results of the ideal app. */
export function broken(change: Partial<Heard>, trace: readonly TraceEvent[] = idealTrace): readonly Rule[] {
  return Object.keys(judge(ideal(trace).truth, { ...heard, ...change }).faults()) as Rule[];
}

export const of = (kind: AlertLine['alert']) => heard.alerts.find(({ alert }) => alert === kind) as AlertLine;
export const alertsWith = (kind: AlertLine['alert'], change: (line: AlertLine) => readonly AlertLine[]) => ({
  alerts: heard.alerts.flatMap((line) => (line.alert === kind ? change(line) : [line])).toSorted((a, b) => a.at - b.at),
});
export const statusesWith = (printer: string, change: (line: StatusLine) => readonly StatusLine[]) => ({
  statuses: new Map(heard.statuses).set(printer, (heard.statuses.get(printer) ?? []).flatMap(change)),
});
export const answersWith = (printer: string, change: (response: Answered) => readonly Answered[]) => ({
  responses: new Map(heard.responses).set(printer, (heard.responses.get(printer) ?? []).flatMap(change)),
});

export const kinds = heard.alerts.map(({ alert }) => alert);
export const notified = kinds.filter((kind) => kind !== 'unstable');
