import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import { ask } from '../bridge.ts';
import { announce } from '../state/announcements.ts';
import { listPlace, mention, showFailure } from '../state/failures.ts';
import { words } from '../words.ts';

/*
 * What buttons and keys do alike. Each shows at its place what was refused, and returns whether it went through.
 */

export async function refreshPrinter(id: PrinterId): Promise<boolean> {
  return showFailure(id, await ask('refresh', id), true);
}

/** Names the printers that have to wait, whether others are asked or none. */
export async function refreshAll(): Promise<boolean> {
  const answer = await ask('refresh', null);
  const done = showFailure(listPlace, answer, true);
  if (answer.ok && answer.message !== null) mention(listPlace, answer.message);
  return done;
}

export async function openPage(id: PrinterId): Promise<boolean> {
  return showFailure(id, await ask('open-printer', id));
}

/** Opens the page that helps with what is wrong with a printer. */
export async function openHelp(id: PrinterId, link: 'perks' | 'get-started'): Promise<boolean> {
  return showFailure(id, await ask('open-link', link));
}

/** Opens the printer's page in the user's own network. */
export async function openLocal(id: PrinterId): Promise<boolean> {
  return showFailure(id, await ask('open-local-page', id));
}

export async function copyName(id: PrinterId): Promise<boolean> {
  const done = showFailure(id, await ask('copy-name', id));
  if (done) announce(words.value.rows.nameCopied);
  return done;
}

export async function copyLocalIp(id: PrinterId): Promise<boolean> {
  const done = showFailure(id, await ask('copy-local-ip', id));
  if (done) announce(words.value.printer.localIpCopied);
  return done;
}

/** Tells nothing of a printer any more, or again. */
export async function mute({ id, name }: Pick<PrinterView, 'id' | 'name'>, muted: boolean): Promise<boolean> {
  const done = showFailure(id, await ask('mute-printer', id, muted));
  const { isMuted, isUnmuted } = words.value.quiet;
  if (done) announce(muted ? isMuted(name) : isUnmuted(name));
  return done;
}

/** Shows a printer as off until it connects again, or no longer. */
export async function setOffOnPurpose({ id, name }: Pick<PrinterView, 'id' | 'name'>, on: boolean): Promise<boolean> {
  const done = showFailure(id, await ask('set-off-on-purpose', id, on));
  const { isOff, isNotOff } = words.value.off;
  if (done) announce(on ? isOff(name) : isNotOff(name));
  return done;
}

/** Shows a printer as off whenever it is disconnected, or no longer. */
export async function setOftenOff({ id }: Pick<PrinterView, 'id'>, on: boolean): Promise<boolean> {
  return showFailure(id, await ask('set-often-off', id, on));
}

/** Has the printer's prints watched, or no longer. */
export async function setWatchPrints({ id }: Pick<PrinterView, 'id'>, on: boolean): Promise<boolean> {
  return showFailure(id, await ask('set-watch-prints', id, on));
}

/** Starts the app anew with simulated printers, or leaves them. */
export async function switchDemo(demo: boolean): Promise<boolean> {
  return showFailure(listPlace, await ask('switch-demo', demo));
}

/** Holds all notifications back for a while, or no longer. */
export async function snooze(length: 'hour' | 'until-tomorrow' | 'end'): Promise<boolean> {
  return showFailure(listPlace, await ask('snooze', length));
}
