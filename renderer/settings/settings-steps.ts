import type { PrintAlertKind } from '../../src/domain/print/print-alert.ts';
import type { QuietSpan } from '../../src/domain/quiet-hours.ts';
import type { AlertTopic } from '../../src/domain/settings.ts';
import type { SettingsStep } from '../state/newest-settings.ts';

/** Switches one topic on or off. */
export function topicSwitched(topic: AlertTopic, on: boolean): SettingsStep {
  return ({ topics }) => ({ topics: { ...topics, [topic]: on } });
}

/** Switches one kind of print alert on or off. */
export function printTopicSwitched(kind: PrintAlertKind, on: boolean): SettingsStep {
  return ({ printTopics }) => ({ printTopics: { ...printTopics, [kind]: on } });
}

/** Switches quiet hours on or off and keeps their days. */
export function quietHoursSwitched(on: boolean): SettingsStep {
  return ({ quietHours }) => ({ quietHours: { ...quietHours, on } });
}

/** Sets the quiet hours of one weekday (0 is Monday), or removes them with null. */
export function quietDaySet(weekday: number, span: QuietSpan | null): SettingsStep {
  return ({ quietHours }) => ({
    quietHours: { ...quietHours, days: quietHours.days.map((day, index) => (index === weekday ? span : day)) },
  });
}

/**
 * Moves the start or the end on one weekday (0 is Monday), in minutes since midnight; a day without quiet hours stays
 * so.
 */
export function quietTimeSet(weekday: number, end: keyof QuietSpan, minutes: number): SettingsStep {
  return (newest) => {
    const span = newest.quietHours.days[weekday] ?? null;
    return quietDaySet(weekday, span === null ? null : { ...span, [end]: minutes })(newest);
  };
}

/**
 * Copies the quiet hours of the first day of `week` (0 is Monday) that has any to all days; changes nothing if none
 * has.
 */
export function sameOnAllDays(week: readonly number[]): SettingsStep {
  return ({ quietHours }) => {
    const first = week.map((weekday) => quietHours.days[weekday] ?? null).find((day) => day !== null) ?? null;
    return first === null ? {} : { quietHours: { ...quietHours, days: quietHours.days.map(() => first) } };
  };
}
