import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type Session, session } from 'electron';
import { type Milliseconds, SECOND } from '../../domain/time.ts';
import { withTimeout } from '../../timers/with-timeout.ts';
import { fetchNoDictionaries } from '../network/no-dictionaries.ts';
import { appScheme } from './app-protocol.ts';

/** Port 1 accepts no connections, and programs of ordinary users can't open it; 9 would do as well. */
const deadProxy = 'http://127.0.0.1:1';

/** What the page may request: its own files. The developer tools use the window's session too. */
const ownSchemes = new Set([`${appScheme}:`, 'devtools:']);

/** How long a crashed page may take to be forgotten. */
const forgetLimit: Milliseconds = 2 * SECOND;

let isReady = false;

/** Whether this run alone has stored what is stored of the page's compiled code. */
let isForgotten = false;

/**
 * The window's session: separate from that of the app's requests, and without network access. If foreign code ever runs
 * in the page, it reaches no server: its requests are cancelled, and other connections go to a proxy that doesn't
 * exist. Electron's default session, because that exists anyway, and because Chromium keeps the page's compiled code
 * for no session that is in memory only (storage_partition_impl.cc). Works once the app is ready.
 */
export function windowSession(): Session {
  const own = session.defaultSession;
  if (isReady) return own;
  isReady = true;
  fetchNoDictionaries(own);
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !ownSchemes.has(schemeOf(url)) }));
  // Without the second rule Chromium would connect directly to loopback addresses.
  void own.setProxy({ proxyRules: deadProxy, proxyBypassRules: '<-loopback>' });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  if (!isForgotten) forgetCompiledCode().catch(() => {});
  return own;
}

/**
 * Removes what earlier runs have stored of the page's compiled code. V8 trusts what is stored, so whoever could alter
 * it would run code in the page. Before the first window opens, by deleting the folder: asking Chromium would create
 * the window's session, which costs 8 MB. Never rejects; what can't be removed isn't used.
 */
export async function forgetEarlierCode(): Promise<void> {
  if (isReady) return;
  try {
    await rm(codeFolder(), { recursive: true, force: true });
    isForgotten = true;
  } catch {
    // The first window tries again.
  }
}

/**
 * Whether a new page may use compiled code, and store its own. Without heat check, the second page uses that of the
 * first; Chromium would store it after the second. A page that opens before the code of earlier runs is removed uses
 * none, nor does any later one if that can't be removed.
 */
export function compiledCodeOptions(): 'none' | 'bypassHeatCheck' {
  return isForgotten ? 'bypassHeatCheck' : 'none';
}

/** Resolves to whether none is left; rejects if that can't be found out. */
async function forgetCompiledCode(): Promise<boolean> {
  isForgotten = false;
  await session.defaultSession.clearCodeCaches({ urls: [] });
  // Chromium reports no failure, such as a folder in which this user may not delete.
  const left = await readdir(join(codeFolder(), 'js')).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  isForgotten = !left.some((name) => /_[0-9s]$/.test(name));
  return isForgotten;
}

const codeFolder = () => join(app.getPath('sessionData'), 'Code Cache');

/**
 * Removes what a page may have left in its session: after it crashed, its stored compiled code may be the reason, or
 * foreign code may have stored something. Resolves to false if that failed or took longer than 2 s. Never rejects.
 */
export async function forgetPage(): Promise<boolean> {
  const both = Promise.all([forgetCompiledCode(), session.defaultSession.clearStorageData()]);
  return withTimeout(forgetLimit, both).then(
    ([isGone]) => isGone,
    () => false,
  );
}

function schemeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}
