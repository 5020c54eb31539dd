import type { Message } from '../domain/message.ts';
import { type Problem, wasNotSent } from '../domain/outcome.ts';
import type { PluginFailure } from '../domain/print/plugin-failure.ts';
import type { Messages } from './messages.ts';
import { problemMessage } from './status-message.ts';

/**
 * Texts for a request without a usable response: one that certainly was not sent, and one that may have been carried
 * out.
 */
export interface Unanswered {
  readonly notSent: Pick<Message, 'title' | 'text'>;
  readonly unknown: Pick<Message, 'title' | 'text'>;
}

/** Returns the message about a failed request to a printer's plugin, or to OctoEverywhere about its print. */
export function pluginFailureText(failure: PluginFailure, unanswered: Unanswered, messages: Messages): Message {
  const { printErrors } = messages;
  switch (failure.kind) {
    case 'no-credentials':
      return { ...printErrors.noCredentials, smallPrint: null };
    case 'no-answer':
      return noResponse(failure.problem, unanswered, messages);
    default:
      return { ...printErrors.kinds[failure.kind], smallPrint: printErrors.code(failure.status, failure.words) };
  }
}

function noResponse(problem: Problem, { notSent, unknown }: Unanswered, messages: Messages): Message {
  const texts = problemMessage(problem, messages);
  // The keychain's message says what to do.
  if (problem.type === 'keychain') return texts;
  return { ...(wasNotSent(problem) ? notSent : unknown), smallPrint: texts.smallPrint };
}
