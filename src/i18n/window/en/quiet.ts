import { shared } from '../../en/shared.ts';

/** Do not disturb: quiet hours, snooze, muted printers. */
export const quiet = {
  hours: 'Quiet hours',
  hoursText: 'When they end, you get one notification for anything that still applies.',
  eachDay: 'Quiet hours by day',
  /** Monday first, like the quiet hours. */
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as readonly string[],
  from: 'from',
  until: 'until',
  dayFrom: (day: string) => `${day}, from`,
  dayUntil: (day: string) => `${day}, until`,
  /** After an end time that is on the next day. */
  onDay: (day: string) => `on ${day}`,
  noneOnDay: 'No quiet hours',
  sameForAll: 'Same for all days',
  sameForAllText: 'Copies the times from the first day that’s on.',
  noDay: 'No days are selected, so quiet hours have no effect.',
  snoozedUntil: (clock: string) => `Notifications are snoozed until ${clock}.`,
  hoursUntil: (clock: string) => `Quiet hours until ${clock}.`,
  resume: 'Resume',
  resumed: 'Notifications are on again.',
  changeHours: 'Change quiet hours',
  snooze: shared.snooze,
  forAnHour: shared.oneHour,
  untilTomorrow: shared.untilTomorrow,
  mute: shared.mute,
  unmute: shared.unmute,
  muteTitle: 'Mute notifications for this printer',
  unmuteTitle: 'Unmute notifications for this printer',
  muted: 'Muted',
  isMuted: (name: string) => `${name} muted.`,
  isUnmuted: (name: string) => `${name} unmuted.`,
};
