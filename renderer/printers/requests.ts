import { signal } from '@preact/signals';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import { ask } from '../bridge.ts';
import { messages } from '../messages.ts';
import { announce } from '../state/announcements.ts';
import { listTarget, type MessageTarget, mention, showFailure } from '../state/failures.ts';

/* Actions shared by buttons and shortcuts. Each shows a refusal at its place, and returns whether it succeeded. */

export async function refreshPrinter(id: PrinterId): Promise<boolean> {
  return showFailure(id, await ask('refresh', id), true);
}

/** Names the printers that have to wait, whether or not others are checked. */
export async function refreshAll(): Promise<boolean> {
  const result = await ask('refresh', null);
  const done = showFailure(listTarget, result, true);
  if (result.ok && result.message !== null) mention(listTarget, result.message);
  return done;
}

export async function openPage(id: PrinterId): Promise<boolean> {
  return showFailure(id, await ask('open-printer', id));
}

/** Opens the page that helps with a printer's problem. */
export async function openHelp(id: PrinterId, link: 'perks' | 'get-started'): Promise<boolean> {
  return showFailure(id, await ask('open-link', link));
}

/** Opens the printer's page in the local network. */
export async function openLocal(id: PrinterId): Promise<boolean> {
  return showFailure(id, await ask('open-local-page', id));
}

export async function copyName(id: PrinterId): Promise<boolean> {
  const done = showFailure(id, await ask('copy-name', id));
  if (done) announce(messages.value.rows.nameCopied);
  return done;
}

export async function copyLocalIp(id: PrinterId): Promise<boolean> {
  const done = showFailure(id, await ask('copy-local-ip', id));
  if (done) announce(messages.value.printer.localIpCopied);
  return done;
}

/** Mutes or unmutes a printer. */
export async function mute({ id, name }: Pick<PrinterView, 'id' | 'name'>, muted: boolean): Promise<boolean> {
  const done = showFailure(id, await ask('mute-printer', id, muted));
  const { isMuted, isUnmuted } = messages.value.quiet;
  if (done) announce(muted ? isMuted(name) : isUnmuted(name));
  return done;
}

/** Shows a printer as off until it connects again, or ends that. */
export async function setOffOnPurpose(
  { id, name }: Pick<PrinterView, 'id' | 'name'>,
  on: boolean,
  target: MessageTarget = id,
): Promise<boolean> {
  const done = showFailure(target, await ask('set-off-on-purpose', id, on));
  const { isOff, isNotOff } = messages.value.off;
  if (done) announce(on ? isOff(name) : isNotOff(name));
  return done;
}

/** Sets whether a printer is shown as off whenever it is disconnected. */
export async function setOftenOff(id: PrinterId, on: boolean, target: MessageTarget): Promise<boolean> {
  return showFailure(target, await ask('set-often-off', id, on));
}

/** Sets whether the printer's prints are watched. */
export async function setWatchPrints(id: PrinterId, on: boolean, target: MessageTarget): Promise<boolean> {
  return showFailure(target, await ask('set-watch-prints', id, on));
}

/** Whether the other app, with or without simulated printers, is being started; this window stays until it is shown. */
export const switchingDemo = signal(false);

/** Restarts the app into the demo, or out of it. */
export async function switchDemo(demo: boolean): Promise<boolean> {
  if (switchingDemo.peek()) return true;
  switchingDemo.value = true;
  const { demoStarts, demoEnds } = messages.peek().overview;
  announce(demo ? demoStarts : demoEnds);
  const done = showFailure(listTarget, await ask('switch-demo', demo));
  switchingDemo.value = false;
  return done;
}

/** Holds all notifications back for a while, or ends that. */
export async function snooze(length: 'hour' | 'until-tomorrow' | 'end'): Promise<boolean> {
  return showFailure(listTarget, await ask('snooze', length));
}
