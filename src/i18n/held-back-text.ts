import type { Message } from '../domain/message.ts';
import { type Instant, MINUTE, SECOND } from '../domain/time.ts';
import { joinNames } from './join-names.ts';
import type { Messages } from './messages.ts';

/** A printer that cannot be checked again yet, and from when on it can, UTC. */
export interface WaitingPrinter {
  readonly name: string;
  readonly until: Instant;
}

/** How many names a sentence lists before it counts the rest. */
const mostNames = 4;

/** How many times are listed, the earliest first; printers with later ones are counted. */
const mostMoments = 2;

/**
 * Returns the message about the printers that a manual refresh cannot check yet; there is at least one. Set
 * `othersAreChecked` when it does check some. `clock` formats a time by the user's clock.
 */
export function heldBackText(
  waiting: readonly WaitingPrinter[],
  othersAreChecked: boolean,
  now: Instant,
  clock: (at: Instant) => string,
  messages: Messages,
): Message {
  const texts = messages.refresh;
  const groups = new Map<string, string[]>();
  for (const { name, until } of waiting.toSorted((one, other) => one.until - other.until)) {
    const when = whenText(until, now, clock, messages);
    groups.set(when, [...(groups.get(when) ?? []), name]);
  }
  const named = [...groups].slice(0, mostMoments);
  const later = [...groups.values()].slice(mostMoments).flat().length;
  const parts = named.map(([when, names]) =>
    texts.canBeChecked(joinNames(names, mostNames, messages), names.length, when),
  );
  if (later > 0) parts.push(texts.later(later));
  if (othersAreChecked) parts.push(texts.othersAreChecked);
  return { title: othersAreChecked ? texts.someWait : texts.tooSoon, text: parts.join(' '), smallPrint: null };
}

function whenText(until: Instant, now: Instant, clock: (at: Instant) => string, { refresh }: Messages): string {
  if (until - now <= 10 * SECOND) return refresh.inSeconds;
  if (until - now <= MINUTE) return refresh.withinMinute;
  // Rounded up, so that it is true at the minute shown.
  return refresh.at(clock(Math.ceil(until / MINUTE) * MINUTE));
}
