import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Instant } from '../domain/time.ts';
import { escaped, type Page, page, sendPage } from './html.ts';
import type { SimulatedAccess } from './prints/plugin-server.ts';
import type { SimulatedConnection } from './server.ts';
import type { SimulatedState } from './simulated-state.ts';

export interface PortalRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly origin: URL;
  readonly state: SimulatedState;
  readonly connections: Map<string, SimulatedConnection>;
  readonly now: () => Instant;
}

/**
 * Handles requests to the App Connection Portal (https://docs.octoeverywhere.com/app-connections/portal/): choose a
 * printer and approve, or refuse; then redirect to the return address with the results appended to its query.
 */
export function answerPortal(portal: PortalRequest): void {
  const { request, response, url } = portal;
  const step = url.pathname.slice(portalPath.length);
  if (isEnd(step) && request.method === 'POST') {
    readForm(request, (form) => {
      if (step === 'slow') setTimeout(() => finish(portal, 'approve', form), slowness);
      else finish(portal, step, form);
    });
  } else sendPage(response, pageOf(step, portal));
}

/** How long "Slowly" takes, ms: long enough to watch the window wait. */
const slowness = 5_000;

function isEnd(step: string): step is 'approve' | 'slow' | 'refuse' {
  return step === 'approve' || step === 'slow' || step === 'refuse';
}

export const portalPath = '/appportal/v1/';

function pageOf(step: string, portal: PortalRequest): Page {
  switch (step) {
    case '':
      return choicePage(portal);
    case 'complete':
      return { status: 200, html: completePage(portal.url) };
    case 'nosupporterperks':
      return { status: 200, html: perksPage };
    default:
      return { status: 404, html: page('Nothing here', '<p>The simulated portal has no such page.</p>') };
  }
}

function choicePage({ url, state, origin }: PortalRequest): Page {
  const back = returnUrl(url.searchParams.get('returnUrl'), origin);
  if (url.searchParams.get('appid') === null || back === null) return badLink;
  const wanted = url.searchParams.get('printerId');
  const form = (step: string, name: string, button: string) =>
    `<form method="post" action="${step}"><input type="hidden" name="returnUrl" value="${escaped(back.href)}">
<input type="hidden" name="printer" value="${escaped(name)}">${button}</form>`;
  const printers = state
    .printers()
    .filter((name) => wanted === null || name === wanted)
    .map(
      (name) => `<li class="choice"><span>${escaped(name)}</span>
${form('slow', name, `<button aria-label="Connect ${escaped(name)} slowly">Slowly</button>`)}
${form('approve', name, `<button class="first" aria-label="Connect ${escaped(name)}">Connect</button>`)}</li>`,
    );
  return {
    status: 200,
    html: page(
      'Connect OctoGlance to a printer',
      `<p>OctoGlance asks to see whether one of your printers is connected. Choose which one.</p>
<ul>${printers.join('\n') || '<li>There is no such printer in this account.</li>'}</ul>
<p>${form('refuse', '', '<button>Refuse</button>')}</p>
<p class="aside">“Slowly” connects as well, after ${slowness / 1_000} seconds, like a portal that takes its time. If the browser asks, let it open OctoGlance.</p>`,
    ),
  };
}

function finish(portal: PortalRequest, step: 'approve' | 'refuse', form: URLSearchParams): void {
  const back = returnUrl(form.get('returnUrl'), portal.origin);
  const name = form.get('printer') ?? '';
  if (back === null || (step === 'approve' && !portal.state.printers().includes(name))) {
    sendPage(portal.response, badLink);
    return;
  }
  const results = step === 'approve' ? connect(portal, name) : { success: 'false' };
  for (const [field, value] of Object.entries(results)) back.searchParams.append(field, value);
  portal.response.writeHead(303, { Location: back.href, 'Cache-Control': 'no-store' }).end();
}

const badLink: Page = {
  status: 400,
  html: page(
    'This link does not work',
    '<p>It names no app, an unknown printer, or someone else’s return address.</p>',
  ),
};

/** Creates new secrets for a printer; its older ones stay valid, as with the real service until they are revoked. */
function connect({ connections, origin, now }: PortalRequest, name: string): Record<string, string> {
  const appApiToken = `example-token-${randomBytes(12).toString('hex')}`;
  const access = newAccess();
  connections.set(appApiToken, { printer: name, madeAt: now(), access });
  return {
    success: 'true',
    id: `example-connection-${randomBytes(4).toString('hex')}`,
    appApiToken,
    printername: name,
    userPrinterAccessUrl: `${origin.origin}/view/${encodeURIComponent(name)}`,
    ...accessSecret(origin, access),
  };
}

/** Returns the part of a connection's secret that gives access to the printer's plugin. */
export function accessSecret(origin: URL, { path, user, password, bearer }: SimulatedAccess) {
  return {
    url: `${origin.origin}/${path}`,
    authBasicHttpUser: user,
    authBasicHttpPassword: password,
    authBearerToken: bearer,
  };
}

/** Creates the credentials for a printer's plugin. The real one has a separate host per connection, this one a path. */
export function newAccess(): SimulatedAccess {
  const random = (bytes: number) => randomBytes(bytes).toString('hex');
  return {
    path: `app-${random(12)}`,
    user: 'example-user',
    password: `example-password-${random(8)}`,
    bearer: `example-bearer-${random(8)}`,
  };
}

/** Returns where the portal redirects at the end; null for an address that is neither the app's nor its own. */
function returnUrl(requested: string | null, origin: URL): URL | null {
  const reported = requested || `${portalPath}complete`;
  if (!URL.canParse(reported, origin.href)) return null;
  const back = new URL(reported, origin);
  return back.protocol === 'octoglance:' || back.origin === origin.origin ? back : null;
}

/** More than any form here sends, in bytes. */
const largestForm = 16_384;

function readForm(request: IncomingMessage, done: (form: URLSearchParams) => void): void {
  let text = '';
  request.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    if (text.length > largestForm) request.destroy();
  });
  request.on('end', () => done(new URLSearchParams(text)));
}

function completePage(url: URL): string {
  return url.searchParams.get('success') === 'true'
    ? page('Connected', '<p>Copy the address of this page and paste it into OctoGlance.</p>')
    : page('Not connected', '<p>The connection was refused. You can close this page.</p>');
}

const perksPage = page(
  'Supporter Perks needed',
  '<p>On the real page it says what Supporter Perks are and how to get them back. The app then continues automatically.</p>',
);
