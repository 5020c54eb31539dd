import { type Session, session } from 'electron';
import { appScheme } from './app-protocol.ts';

/** Port 1 takes no connections, and no ordinary user's program can take it; 9 would do as well. */
const deadProxy = 'http://127.0.0.1:1';

/** What the page may ask for: its own files. The developer tools ask for theirs in the window's session as well. */
const ownSchemes = new Set([`${appScheme}:`, 'devtools:']);

let made: Session | null = null;

/**
 * The session of the window: apart from that of the app's own requests, in memory alone, and without a way out. Should
 * something foreign ever run in the page, it reaches no server: not with a request, which is cancelled; not with a
 * connection of another kind, which goes to a proxy that is not there. Works once the app is ready.
 */
export function windowSession(): Session {
  if (made !== null) return made;
  const own = session.fromPartition('window');
  made = own;
  own.setSpellCheckerEnabled(false);
  own.setSpellCheckerLanguages([]);
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !ownSchemes.has(schemeOf(url)) }));
  // Without the second rule Chromium would go straight to addresses of this computer.
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
