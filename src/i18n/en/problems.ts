import type { NetworkCause, Problem } from '../../domain/outcome.ts';

const network: Readonly<Record<NetworkCause, string>> = {
  'no-network': 'This computer has no network connection.',
  dns: 'The server’s address couldn’t be found. This computer may be offline, or DNS may not be working.',
  connect: 'Couldn’t connect. A firewall or the network may be blocking it.',
  'connect-timeout': 'Connecting took too long. A firewall or the network may be blocking it.',
  certificate:
    'Something else responded in its place, with a certificate that isn’t OctoEverywhere’s. This network may need a sign-in; open any page in your browser.',
  tls: 'The connection isn’t secure: the certificate isn’t trusted. Check this computer’s clock, and whether something on your network is intercepting traffic.',
  proxy: 'Your network’s proxy blocked the request. Check the proxy in your system settings.',
  read: 'The connection was lost before the response was complete.',
  timeout: 'The request timed out.',
  other: 'The request failed.',
};

const malformed: Readonly<Record<Extract<Problem, { type: 'malformed' }>['what'], string>> = {
  empty: 'empty',
  html: 'a web page',
  'not-json': 'not JSON',
  'wrong-shape': 'fields are missing',
  'too-large': 'too large',
};

const redirect: Readonly<Record<Extract<Problem, { type: 'redirect' }>['why'], string>> = {
  'foreign-host': 'to an untrusted host',
  'too-many': 'too many in a row',
  unreadable: 'without a valid target',
};

/** Problems with a printer or with checking it: what happened, what it means and what to do. */
export const problems = {
  /** Small print */
  code: (status: number) => `OctoEverywhere code ${status}`,
  httpStatus: (status: number) => `HTTP status ${status}`,
  answer: (what: keyof typeof malformed) => `Response: ${malformed[what]}`,
  redirect: (why: keyof typeof redirect) => `Redirect: ${redirect[why]}`,
  network: (cause: NetworkCause) => `Network: ${cause}`,

  perksNeeded: {
    title: 'Supporter Perks needed',
    text: 'This account has no Supporter Perks right now, so OctoEverywhere won’t report this printer’s status. The connection is kept and resumes automatically once the perks are back.',
  },
  updateNeeded: {
    title: 'Plugin update needed',
    text: 'The OctoEverywhere plugin on this printer is too old. Update it on the printer; there’s nothing to do here.',
  },
  tokenLost: {
    title: 'Sign in again',
    text: 'The keychain has no token for this printer: it was deleted, or the list was imported from another computer. Reconnect the printer; it keeps its place.',
  },
  reconnectNeeded: {
    title: 'Reconnect needed',
    text: 'OctoEverywhere no longer accepts this connection: it was revoked, it expired, or the printer was removed from the account. Reconnect the printer; its settings are kept.',
  },
  unconfirmed: {
    title: 'Double-checking',
    text: 'OctoEverywhere rejected the last check. That can be temporary, so OctoGlance checks again before reporting it.',
  },
  unknownToken: {
    title: 'OctoEverywhere doesn’t recognise this token',
    text: 'It may be incomplete, revoked or expired. Copy it again, or sign in with OctoEverywhere to set up a new connection.',
  },
  tryingAgain: 'OctoGlance will try again automatically.',
  tokenNotKept: 'The token wasn’t saved; try again in a moment.',

  madeNoSense: 'Unexpected response from OctoEverywhere',
  webPage:
    'A web page came back instead of data. On public Wi-Fi you may have to sign in to the network first; otherwise this should clear up on its own.',
  unreadableResponse: 'The response couldn’t be read.',
  sentElsewhere: {
    title: 'Redirected elsewhere',
    text: 'The request was redirected away from OctoEverywhere, so OctoGlance didn’t follow it. On public Wi-Fi you may have to sign in to the network first.',
  },
  unreachable: (cause: NetworkCause) => ({
    title: 'OctoEverywhere can’t be reached',
    text: network[cause],
  }),
  slowPrinter: {
    title: 'The printer is slow to respond',
    text: 'OctoEverywhere couldn’t reach the printer in time.',
  },
  askedTooOften: {
    title: 'Too many requests',
    text: 'OctoEverywhere asked OctoGlance to slow down, so it’s waiting.',
  },
  proxySignIn: {
    title: 'Proxy sign-in required',
    text: 'This network’s proxy requires a sign-in. Enter it in your system’s proxy settings.',
  },
  unexpectedLimit: {
    title: 'Unexpected response',
    text: 'OctoEverywhere reported a limit that doesn’t apply to this request.',
  },
  serviceTrouble: {
    title: 'OctoEverywhere is having problems',
    text: 'It couldn’t respond just now.',
  },
};
