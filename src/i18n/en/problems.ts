import type { NetworkCause, Problem } from '../../domain/outcome.ts';

const network: Readonly<Record<NetworkCause, string>> = {
  'no-network': 'This computer has no network connection.',
  dns: 'Its address could not be found. This computer may be offline, or the network’s name service may have trouble.',
  connect: 'No connection came about. A firewall or the network may be in the way.',
  'connect-timeout': 'No connection came about in time. A firewall or the network may be in the way.',
  certificate:
    'Something else answered in its place, with a certificate that is not OctoEverywhere’s. This network may need a sign-in; open any page in your browser.',
  tls: 'The connection is not secure: the certificate is not trusted. Check this computer’s clock, and whether something on the network reads along.',
  proxy: 'The proxy of this network does not let the question through. Check the proxy in the system’s settings.',
  read: 'The connection broke off before the answer was complete.',
  timeout: 'No answer came in time.',
  other: 'The question did not get through.',
};

const malformed: Readonly<Record<Extract<Problem, { type: 'malformed' }>['what'], string>> = {
  empty: 'empty',
  html: 'a web page',
  'not-json': 'not JSON',
  'wrong-shape': 'fields are missing',
  'too-large': 'too large',
};

const redirect: Readonly<Record<Extract<Problem, { type: 'redirect' }>['why'], string>> = {
  'foreign-host': 'to a foreign host',
  'too-many': 'too many in a row',
  unreadable: 'without a readable target',
};

/** What is wrong with a printer or with asking about it; what happened, what it means and the one thing to do. */
export const problems = {
  /** Small print */
  code: (status: number) => `OctoEverywhere code ${status}`,
  httpStatus: (status: number) => `HTTP status ${status}`,
  answer: (what: keyof typeof malformed) => `Answer: ${malformed[what]}`,
  redirect: (why: keyof typeof redirect) => `Redirect: ${redirect[why]}`,
  network: (cause: NetworkCause) => `Network: ${cause}`,

  perksNeeded: {
    title: 'Supporter Perks needed',
    text: 'OctoEverywhere says that this account has no Supporter Perks now, so it answers no questions about the printer. The connection is kept and works again by itself as soon as the perks are back.',
  },
  updateNeeded: {
    title: 'Plugin update needed',
    text: 'The OctoEverywhere plugin on this printer is too old. Update it on the printer; nothing has to be done here.',
  },
  tokenLost: {
    title: 'Sign in again',
    text: 'This computer’s keychain holds no token for this printer: it was deleted there, or the list came from another computer. Connect the printer again; its place in the list stays.',
  },
  reconnectNeeded: {
    title: 'Reconnect needed',
    text: 'OctoEverywhere no longer accepts this connection: it was revoked, it expired, or the printer was removed from the account. Connect the printer again; its settings stay.',
  },
  unconfirmed: {
    title: 'Checking once more',
    text: 'OctoEverywhere refused the last question. That has passed by itself before, so OctoGlance asks again before it calls the connection dead.',
  },
  unknownToken: {
    title: 'OctoEverywhere does not know this token',
    text: 'It may be incomplete, revoked or expired. Copy it again, or sign in with OctoEverywhere to make a new connection.',
  },
  tokenNotKept: (text: string) => `${text} The token was not kept; try again in a moment.`,

  madeNoSense: 'OctoEverywhere’s answer made no sense',
  webPage:
    'A web page came back instead of an answer. On a public network its sign-in page may be in the way; otherwise it passes by itself.',
  unreadableAnswer: 'The answer could not be read. The last known state is shown; OctoGlance asks again by itself.',
  sentElsewhere: {
    title: 'Sent somewhere else',
    text: 'The question was redirected away from OctoEverywhere, and OctoGlance did not follow. On a public network its sign-in page may be in the way.',
  },
  unreachable: (cause: NetworkCause) => ({
    title: 'OctoEverywhere can’t be reached',
    text: `${network[cause]} OctoGlance asks again by itself.`,
  }),
  slowPrinter: {
    title: 'The printer answers slowly',
    text: 'OctoEverywhere could not reach the printer in time. OctoGlance asks again by itself.',
  },
  askedTooOften: {
    title: 'Asked too often',
    text: 'OctoEverywhere wants fewer questions. OctoGlance waits as long as it was asked to.',
  },
  proxySignIn: {
    title: 'The proxy wants a sign-in',
    text: 'The proxy of this network lets nothing through without a sign-in. Sign in to it in the system’s settings.',
  },
  unexpectedLimit: {
    title: 'An answer that was not expected',
    text: 'OctoEverywhere named a limit that has nothing to do with this question. OctoGlance asks again by itself.',
  },
  serviceTrouble: {
    title: 'OctoEverywhere has trouble',
    text: 'OctoEverywhere could not answer just now. OctoGlance asks again by itself.',
  },
};
