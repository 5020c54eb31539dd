import type { Message } from '../domain/message.ts';
import type { PluginFailure } from '../domain/print/plugin-failure.ts';
import type { Messages } from './messages.ts';
import { pluginFailureText } from './plugin-failure-text.ts';

/** Returns why there is no picture of a webcam; the account's limits (607, 609) have separate texts. */
export function webcamFailureText(failure: PluginFailure, messages: Messages): Message {
  const { webcam, printErrors } = messages;
  if (failure.kind === 'limit') {
    const limit = failure.status === 607 ? webcam.tooLarge : webcam.watchedTooOften;
    return { ...limit, smallPrint: printErrors.code(failure.status, failure.words) };
  }
  return pluginFailureText(failure, { notSent: webcam.noPicture, unknown: webcam.noPicture }, messages);
}
