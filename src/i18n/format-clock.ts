import type { Region } from '../domain/region.ts';

/** No-break space, so that a line never breaks before AM or PM. */
const space = '\u00a0';

/** Returns a time of day (hours 0–23) on the user's clock: "14:05", "2:05 PM". */
export function formatClock(hours: number, minutes: number, { clock }: Region): string {
  return clock === '24-hour'
    ? `${twoDigits(hours)}:${twoDigits(minutes)}`
    : `${onTwelve(hours)}:${twoDigits(minutes)}${space}${half(hours)}`;
}

/** Returns a whole hour of the day (0–23) on the user's clock: "14:00", "2 PM". */
export function formatHour(hour: number, { clock }: Region): string {
  return clock === '24-hour' ? `${twoDigits(hour)}:00` : `${onTwelve(hour)}${space}${half(hour)}`;
}

function onTwelve(hours: number): number {
  return hours % 12 === 0 ? 12 : hours % 12;
}

function half(hours: number): string {
  return hours < 12 ? 'AM' : 'PM';
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
