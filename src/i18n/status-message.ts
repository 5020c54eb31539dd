import type { Message } from '../domain/message.ts';
import type { PollOutcome, Problem } from '../domain/outcome.ts';
import type { PrinterStatus } from '../domain/status.ts';
import type { Messages } from './messages.ts';

/** Returns what is wrong with a printer and what to do about it; null when nothing is. */
export function statusMessage(status: PrinterStatus, messages: Messages): Message | null {
  const { problems } = messages;
  switch (status.kind) {
    case 'reconnect-needed':
      return explainDeadConnection(status, messages);
    case 'perks-needed':
      return { ...problems.perksNeeded, smallPrint: problems.code(605) };
    case 'update-needed':
      return { ...problems.updateNeeded, smallPrint: problems.code(610) };
    case 'online':
    case 'offline':
    case 'unknown':
    case 'checking':
      if (status.silence !== null) return problemMessage(status.silence.problem, messages);
      if (status.refusal !== null)
        return { ...problems.unconfirmed, smallPrint: codeOf(status.refusal.status, messages) };
      return null;
  }
}

/** Returns why a new token is rejected; null when the response shows that it works. */
export function rejectedTokenMessage(outcome: PollOutcome, messages: Messages): Message | null {
  const { problems } = messages;
  switch (outcome.kind) {
    case 'answered':
    case 'printer-not-connected':
    case 'perks-needed':
    case 'update-needed':
      return null;
    case 'refused':
      return { ...problems.unknownToken, smallPrint: problems.code(outcome.status) };
    case 'token-lost':
      return { ...problems.unknownToken, smallPrint: null };
    case 'no-answer': {
      return followedBy(problems.tokenNotKept, explain(outcome.problem, messages));
    }
  }
}

/** Returns why there was no usable response. */
export function problemMessage(problem: Problem, messages: Messages): Message {
  const message = explain(problem, messages);
  return isJustRepeated(problem) ? followedBy(messages.problems.tryingAgain, message) : message;
}

function followedBy(sentence: string, message: Message): Message {
  return { ...message, text: `${message.text} ${sentence}` };
}

/** Whether there is nothing else to say about what comes next. */
function isJustRepeated(problem: Problem): boolean {
  switch (problem.type) {
    case 'http-status':
      return problem.status !== 429 && problem.status !== 407;
    case 'malformed':
      return problem.what !== 'html';
    case 'network':
      return true;
    case 'redirect':
    case 'keychain':
      return false;
  }
}

function explain(problem: Problem, messages: Messages): Message {
  const { problems, keychain } = messages;
  switch (problem.type) {
    case 'http-status':
      return explainHttpStatus(problem.status, messages);
    case 'malformed':
      return {
        title: problems.madeNoSense,
        text: problem.what === 'html' ? problems.webPage : problems.unreadableResponse,
        smallPrint: problems.answer(problem.what),
      };
    case 'redirect':
      return { ...problems.sentElsewhere, smallPrint: problems.redirect(problem.why) };
    case 'network':
      return { ...problems.unreachable(problem.cause), smallPrint: problems.network(problem.cause) };
    case 'keychain':
      return keychain.trouble[problem.why];
  }
}

function explainDeadConnection({ refusal }: PrinterStatus, messages: Messages): Message {
  const { tokenLost, reconnectNeeded } = messages.problems;
  const texts = refusal?.status === 'token-lost' ? tokenLost : reconnectNeeded;
  return { ...texts, smallPrint: refusal === null ? null : codeOf(refusal.status, messages) };
}

function explainHttpStatus(status: number, { problems }: Messages): Message {
  const smallPrint = status >= 600 ? problems.code(status) : problems.httpStatus(status);
  switch (status) {
    case 602:
      return { ...problems.slowPrinter, smallPrint };
    case 429:
      return { ...problems.askedTooOften, smallPrint };
    case 407:
      return { ...problems.proxySignIn, smallPrint };
    case 607:
    case 608:
    case 609:
      return { ...problems.unexpectedLimit, smallPrint };
    default:
      return { ...problems.serviceTrouble, smallPrint };
  }
}

/** Returns the error code for the small print; a lost token is not a response and has none. */
function codeOf(status: number | 'token-lost', { problems }: Messages): string | null {
  return status === 'token-lost' ? null : problems.code(status);
}
