import { type Session, session } from 'electron';
import { appScheme } from './app-protocol.ts';

/** Port 1 accepts no connections, and programs of ordinary users can't open it; 9 would do as well. */
const deadProxy = 'http://127.0.0.1:1';

/** What the page may request: its own files. The developer tools use the window's session too. */
const ownSchemes = new Set([`${appScheme}:`, 'devtools:']);

let made: Session | null = null;

/**
 * The window's session: separate from that of the app's requests, in memory only, and without network access. If
 * foreign code ever runs in the page, it reaches no server: its requests are cancelled, and other connections go to a
 * proxy that doesn't exist. Works once the app is ready.
 */
export function windowSession(): Session {
  if (made !== null) return made;
  const own = session.fromPartition('window');
  made = own;
  own.setSpellCheckerEnabled(false);
  own.setSpellCheckerLanguages([]);
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !ownSchemes.has(schemeOf(url)) }));
  // Without the second rule Chromium would connect directly to loopback addresses.
  void own.setProxy({ proxyRules: deadProxy, proxyBypassRules: '<-loopback>' });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  return own;
}

function schemeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}
