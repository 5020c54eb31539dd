import { epoch } from '../../../src/demo/replay.ts';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import { Steps } from './steps.ts';

const minute = 60;

/** Returns whether it is quiet time by the user's local clock, minute by minute. */
export function quietOf(trace: readonly TraceEvent[], end: number): Steps<boolean> {
  const quiet = new Steps(false);
  const changes = trace.filter((event) => 'clock' in event || 'timezone' in event || 'setting' in event);
  let zone = 'UTC';
  let off = 0;
  let on = false;
  let days: readonly ({ readonly from: number; readonly until: number } | null)[] = [];
  let next = 0;
  for (let at = 0; at <= end; at += minute) {
    for (let event = changes[next]; event !== undefined && event.at <= at; event = changes[next]) {
      next += 1;
      if ('clock' in event) off = event.clock;
      else if ('timezone' in event) zone = event.timezone;
      else if ('setting' in event) {
        on = event.setting.quietHours?.on ?? on;
        days = event.setting.quietHours?.days ?? days;
      }
    }
    if (next === changes.length && !on) {
      quiet.change(at, false);
      break;
    }
    quiet.change(at, on && isQuiet(wallOf(zone, at + off), days));
  }
  return quiet;
}

/** Local weekday (0 is Monday) and minute of the day. */
interface Wall {
  readonly day: number;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function wallOf(zone: string, seconds: number): Wall {
  const options = { timeZone: zone, weekday: 'short', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', options);
  formats.set(zone, format);
  const parts = Object.fromEntries(
    format.formatToParts(epoch + seconds * 1_000).map(({ type, value }) => [type, value]),
  );
  return {
    day: weekdays.indexOf(parts['weekday'] ?? ''),
    minute: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}

function isQuiet(wall: Wall, days: readonly ({ readonly from: number; readonly until: number } | null)[]): boolean {
  const today = days[wall.day] ?? null;
  const yesterday = days[(wall.day + 6) % 7] ?? null;
  if (today !== null && wall.minute >= today.from && (today.until <= today.from || wall.minute < today.until))
    return true;
  return yesterday !== null && yesterday.until <= yesterday.from && wall.minute < yesterday.until;
}
