import type { PrinterId } from '../../src/domain/printer.ts';
import { ask } from '../bridge.ts';
import { messages } from '../messages.ts';
import { announce } from '../state/announcements.ts';
import { listTarget, type MessageTarget, mention, showFailure } from '../state/failures.ts';

/* Actions for several printers at once. A refusal is shown above the list. */

export async function refreshSeveral(ids: readonly PrinterId[]): Promise<void> {
  const result = await ask('refresh-printers', ids);
  if (!showFailure(listTarget, result, true)) return;
  if (result.ok && result.message !== null) mention(listTarget, result.message);
  else announce(messages.value.tags.refreshing(ids.length));
}

export async function muteSeveral(ids: readonly PrinterId[], muted: boolean): Promise<void> {
  if (!showFailure(listTarget, await ask('mute-printers', ids, muted))) return;
  const texts = messages.value.tags;
  announce((muted ? texts.muted : texts.unmuted)(ids.length));
}

/** Shows printers as off until they connect again, or ends that. */
export async function setSeveralOff(ids: readonly PrinterId[], off: boolean): Promise<void> {
  if (!showFailure(listTarget, await ask('set-printers-off', ids, off))) return;
  const texts = messages.value.tags;
  announce((off ? texts.isOff : texts.isNotOff)(ids.length));
}

/** Adds a tag to printers, or removes it. Resolves to whether that was done; a refusal is shown at `target`. */
export async function tagPrinters(
  ids: readonly PrinterId[],
  tag: string,
  on: boolean,
  target: MessageTarget = ids.length === 1 ? (ids[0] ?? listTarget) : listTarget,
): Promise<boolean> {
  const done = showFailure(target, await ask('tag-printers', ids, tag, on));
  if (done && on) announce(messages.value.tags.tagged(tag, ids.length));
  return done;
}
