import type { PrintAlertKind } from '../../src/domain/print/print-alert.ts';
import type { QuietSpan } from '../../src/domain/quiet-hours.ts';
import type { AlertTopic } from '../../src/domain/settings.ts';
import type { SettingsStep } from '../state/newest-settings.ts';

/** Switches one topic on or off and leaves the others. */
export function topicSwitched(topic: AlertTopic, on: boolean): SettingsStep {
  return ({ topics }) => ({ topics: { ...topics, [topic]: on } });
}

/** The same for one kind of news about prints. */
export function printTopicSwitched(kind: PrintAlertKind, on: boolean): SettingsStep {
  return ({ printTopics }) => ({ printTopics: { ...printTopics, [kind]: on } });
}

/** Switches quiet hours on or off and keeps their days. */
export function quietHoursSwitched(on: boolean): SettingsStep {
  return ({ quietHours }) => ({ quietHours: { ...quietHours, on } });
}

/** Gives one weekday (0 is Monday) other quiet hours, or none with null. */
export function quietDaySet(weekday: number, span: QuietSpan | null): SettingsStep {
  return ({ quietHours }) => ({
    quietHours: { ...quietHours, days: quietHours.days.map((day, index) => (index === weekday ? span : day)) },
  });
}

/** Moves the beginning or the end on one weekday (0 is Monday), in minutes since midnight; a day without any stays so. */
export function quietTimeSet(weekday: number, end: keyof QuietSpan, minutes: number): SettingsStep {
  return (newest) => {
    const span = newest.quietHours.days[weekday] ?? null;
    return quietDaySet(weekday, span === null ? null : { ...span, [end]: minutes })(newest);
  };
}

/** Gives all days the quiet hours of the first day of `week` (0 is Monday) that has any; changes nothing when none has. */
export function sameOnAllDays(week: readonly number[]): SettingsStep {
  return ({ quietHours }) => {
    const first = week.map((weekday) => quietHours.days[weekday] ?? null).find((day) => day !== null) ?? null;
    return first === null ? {} : { quietHours: { ...quietHours, days: quietHours.days.map(() => first) } };
  };
}
