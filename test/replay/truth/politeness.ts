import { type PrinterSeconds, type Seconds, said } from './seconds.ts';
import type { Verdict } from './verdict.ts';
import type { Visibility } from './visibility.ts';

/** Holds the questions about one printer against what API §5 allows over this life. */
export function judgePoliteness(
  { name, says, since, changes }: PrinterSeconds,
  asked: number,
  { end, poll, awake, network, serviceOk }: Seconds,
  { disturbances }: Visibility,
  verdict: Verdict,
): void {
  let inTurn = 0;
  let troubleSince = 0;
  for (let at = 0; at < end; at += 1) {
    if (serviceOk[at] === 1) troubleSince = at;
    if (awake[at] !== 1 || network[at] !== 1) continue;
    const lasts = at - (since[at] ?? 0);
    inTurn += 1 / Math.max(poll, intervalOf(says[at] ?? 0, lasts, at - troubleSince));
  }
  // Looks out of turn: for each change two when it begins and two when it is told, one after each disturbance.
  const allowed = inTurn + 4 * changes + 2 * disturbances + 3;
  if (asked > allowed) verdict.impolite.push(`${name}: ${asked} questions, ${Math.floor(allowed)} allowed`);
}

/** In seconds; what is slow begins once it was seen, and backing off reaches its limit after 15 minutes. */
function intervalOf(what: number, lasts: number, trouble: number): number {
  if (trouble > 900) return 480;
  if (what === said.refused && lasts > 300) return 3_600;
  if (what === said.perks && lasts > 300) return 600;
  if (what === said.update && lasts > 900) return 480;
  return 0;
}
