import { shared } from '../../en/shared.ts';

/** Times without notifications: quiet hours, snoozing, printers of which nothing is told. */
export const quiet = {
  hours: 'Quiet hours',
  hoursText: 'What happened meanwhile and still holds is told in one notification at their end.',
  eachDay: 'Quiet hours of each day',
  /** Monday first, as the quiet hours count them. */
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as readonly string[],
  from: 'from',
  until: 'until',
  dayFrom: (day: string) => `${day}, from`,
  dayUntil: (day: string) => `${day}, until`,
  /** Behind an end that is on the next day. */
  onDay: (day: string) => `on ${day}`,
  noneOnDay: 'No quiet hours',
  sameForAll: 'Same for all days',
  sameForAllText: 'Takes the times of the first day that is on.',
  noDay: 'No day is on, so nothing is held back.',
  snoozedUntil: (clock: string) => `Notifications are snoozed until ${clock}.`,
  hoursUntil: (clock: string) => `Quiet hours until ${clock}.`,
  resume: 'Resume',
  resumed: 'Notifications are shown again.',
  changeHours: 'Change quiet hours',
  snooze: shared.snooze,
  forAnHour: shared.oneHour,
  untilTomorrow: shared.untilTomorrow,
  mute: shared.mute,
  unmute: shared.unmute,
  muteTitle: 'Mute: tell nothing of this printer',
  unmuteTitle: 'Unmute: tell of this printer again',
  muted: 'Muted',
  isMuted: (name: string) => `${name} muted.`,
  isUnmuted: (name: string) => `${name} no longer muted.`,
};
