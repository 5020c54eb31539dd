import type { Message } from './message.ts';
import type { KeychainTrouble, NetworkCause, PollOutcome, Problem } from './outcome.ts';
import type { PrinterStatus } from './status.ts';

/** The one thing that helps a printer, if there is one. */
export type HelpfulAction = 'reconnect' | 'perks' | 'get-started';

/** What is wrong with a printer and what to do about it; null when there is nothing to say. */
export function explainStatus(status: PrinterStatus): Message | null {
  switch (status.kind) {
    case 'reconnect-needed':
      return explainDeadConnection(status);
    case 'perks-needed':
      return {
        title: 'Supporter Perks needed',
        text: 'OctoEverywhere says that this account has no Supporter Perks now, so it answers no questions about the printer. The connection is kept and works again by itself as soon as the perks are back.',
        smallPrint: code(605),
      };
    case 'update-needed':
      return {
        title: 'Plugin update needed',
        text: 'The OctoEverywhere plugin on this printer is too old. Update it on the printer; nothing has to be done here.',
        smallPrint: code(610),
      };
    case 'online':
    case 'offline':
    case 'unknown':
    case 'checking':
      if (status.silence !== null) return explainProblem(status.silence.problem);
      if (status.refusal !== null) return explainUnconfirmedRefusal(status.refusal.status);
      return null;
  }
}

/** The action that helps, for a button next to the message. */
export function helpfulAction(status: PrinterStatus): HelpfulAction | null {
  switch (status.kind) {
    case 'reconnect-needed':
      return 'reconnect';
    case 'perks-needed':
      return 'perks';
    case 'update-needed':
      return 'get-started';
    case 'online':
    case 'offline':
    case 'unknown':
    case 'checking':
      return null;
  }
}

/** Why a token that was just entered cannot be taken; null when the answer shows that it works. */
export function explainRejectedToken(outcome: PollOutcome): Message | null {
  switch (outcome.kind) {
    case 'answered':
    case 'printer-not-connected':
    case 'perks-needed':
    case 'update-needed':
      return null;
    case 'refused':
    case 'token-lost':
      return {
        title: 'OctoEverywhere does not know this token',
        text: 'It may be incomplete, revoked or expired. Copy it again, or sign in with OctoEverywhere to make a new connection.',
        smallPrint: outcome.kind === 'refused' ? code(outcome.status) : null,
      };
    case 'no-answer': {
      const problem = explainProblem(outcome.problem);
      return { ...problem, text: `${problem.text} The token was not kept; try again in a moment.` };
    }
  }
}

/** Why no usable answer came. */
export function explainProblem(problem: Problem): Message {
  switch (problem.type) {
    case 'http-status':
      return explainHttpStatus(problem.status);
    case 'malformed':
      return {
        title: 'OctoEverywhere’s answer made no sense',
        text:
          problem.what === 'html'
            ? 'A web page came back instead of an answer. On a public network its sign-in page may be in the way; otherwise it passes by itself.'
            : 'The answer could not be read. The last known state is shown; OctoGlance asks again by itself.',
        smallPrint: `Answer: ${malformedWords[problem.what]}`,
      };
    case 'redirect':
      return {
        title: 'Sent somewhere else',
        text: 'The question was redirected away from OctoEverywhere, and OctoGlance did not follow. On a public network its sign-in page may be in the way.',
        smallPrint: `Redirect: ${redirectWords[problem.why]}`,
      };
    case 'network':
      return {
        title: 'OctoEverywhere can’t be reached',
        text: `${networkWords[problem.cause]} OctoGlance asks again by itself.`,
        smallPrint: `Network: ${problem.cause}`,
      };
    case 'keychain':
      return explainKeychain(problem.why);
  }
}

/** What is wrong with the keychain and what to do. */
export function explainKeychain(why: KeychainTrouble): Message {
  switch (why) {
    case 'locked':
      return {
        title: 'Keychain locked',
        text: 'The keychain that holds the tokens is locked. Unlock it; your printers stay in the list and OctoGlance goes on by itself.',
        smallPrint: null,
      };
    case 'no-secret-service':
      return {
        title: 'No keychain on this desktop',
        text: 'No keychain (Secret Service) answers. Start or install one, such as GNOME Keyring or KWallet; your printers stay in the list.',
        smallPrint: 'org.freedesktop.secrets is not available',
      };
    case 'no-session-bus':
      return {
        title: 'No keychain can be reached',
        text: 'OctoGlance was started without a desktop session bus, so it cannot reach the keychain. Start it from within your desktop session.',
        smallPrint: 'no D-Bus session bus',
      };
    case 'refused':
      return {
        title: 'The keychain refused',
        text: 'The keychain did not let OctoGlance in. Allow the access when it asks, or check its settings; your printers stay in the list.',
        smallPrint: null,
      };
  }
}

function explainDeadConnection(status: PrinterStatus): Message {
  if (status.refusal?.status === 'token-lost') {
    return {
      title: 'Sign in again',
      text: 'This computer’s keychain holds no token for this printer: it was deleted there, or the list came from another computer. Connect the printer again; its place in the list stays.',
      smallPrint: null,
    };
  }
  return {
    title: 'Reconnect needed',
    text: 'OctoEverywhere no longer accepts this connection: it was revoked, it expired, or the printer was removed from the account. Connect the printer again; its settings stay.',
    smallPrint: status.refusal === null ? null : code(status.refusal.status),
  };
}

function explainUnconfirmedRefusal(status: number | 'token-lost'): Message {
  return {
    title: 'Checking once more',
    text: 'OctoEverywhere refused the last question. That has passed by itself before, so OctoGlance asks again before it calls the connection dead.',
    smallPrint: typeof status === 'number' ? code(status) : null,
  };
}

function explainHttpStatus(status: number): Message {
  const smallPrint = status >= 600 ? code(status) : `HTTP status ${status}`;
  switch (status) {
    case 602:
      return {
        title: 'The printer answers slowly',
        text: 'OctoEverywhere could not reach the printer in time. OctoGlance asks again by itself.',
        smallPrint,
      };
    case 429:
      return {
        title: 'Asked too often',
        text: 'OctoEverywhere wants fewer questions. OctoGlance waits as long as it was asked to.',
        smallPrint,
      };
    case 407:
      return {
        title: 'The proxy wants a sign-in',
        text: 'The proxy of this network lets nothing through without a sign-in. Sign in to it in the system’s settings.',
        smallPrint,
      };
    case 607:
    case 608:
    case 609:
      return {
        title: 'An answer that was not expected',
        text: 'OctoEverywhere named a limit that has nothing to do with this question. OctoGlance asks again by itself.',
        smallPrint,
      };
    default:
      return {
        title: 'OctoEverywhere has trouble',
        text: 'OctoEverywhere could not answer just now. OctoGlance asks again by itself.',
        smallPrint,
      };
  }
}

const networkWords: Readonly<Record<NetworkCause, string>> = {
  'no-network': 'This computer has no network connection.',
  dns: 'Its address could not be found. This computer may be offline, or the network’s name service may have trouble.',
  connect: 'No connection came about. A firewall or the network may be in the way.',
  'connect-timeout': 'No connection came about in time. A firewall or the network may be in the way.',
  tls: 'The connection is not secure: the certificate is not trusted. Check this computer’s clock, and whether something on the network reads along.',
  proxy: 'The proxy of this network does not let the question through. Check the proxy in the system’s settings.',
  read: 'The connection broke off before the answer was complete.',
  timeout: 'No answer came in time.',
  other: 'The question did not get through.',
};

const malformedWords: Readonly<Record<Extract<Problem, { type: 'malformed' }>['what'], string>> = {
  empty: 'empty',
  html: 'a web page',
  'not-json': 'not JSON',
  'wrong-shape': 'fields are missing',
  'too-large': 'too large',
};

const redirectWords: Readonly<Record<Extract<Problem, { type: 'redirect' }>['why'], string>> = {
  'foreign-host': 'to a foreign host',
  'too-many': 'too many in a row',
  unreadable: 'without a readable target',
};

function code(status: number): string {
  return `OctoEverywhere code ${status}`;
}
