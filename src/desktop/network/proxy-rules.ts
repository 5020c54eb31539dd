import { errorCode } from '../../domain/error-code.ts';

/** Where proxy settings are read; injected so that tests can cover every desktop. */
export interface ProxyPlace {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** Whether Chromium was started with this switch. */
  readonly hasSwitch: (name: string) => boolean;
  /** Reads KDE's network settings. Rejects with ENOENT if there are none. */
  readonly readKde: () => Promise<string>;
  /**
   * Returns the output of `gsettings get org.gnome.system.proxy mode`. Rejects with ENOENT if there is no such program.
   */
  readonly askGnome: () => Promise<string>;
}

/** Chromium's switches for proxies and host name mapping (chromium.org, "Linux Proxy Config"). */
const switches = ['proxy-server', 'proxy-pac-url', 'proxy-auto-detect', 'host-resolver-rules', 'host-rules'];

/** Environment variables, in lower case, that set a proxy, or that change which certificates Node trusts. */
const variables = /^((http|https|all|auto)_proxy|socks_server|node_tls_reject_unauthorized|node_extra_ca_certs)$/;

/**
 * Whether requests may connect directly: no proxy is configured anywhere Chromium looks on Linux
 * (proxy_config_service_linux.cc). If in doubt, false. Always false on Windows and macOS, which detect proxies on their
 * own and store companies' certificates. Rejects if a setting can't be read.
 */
export async function needsNoProxy(place: ProxyPlace): Promise<boolean> {
  const { platform, environment, hasSwitch, readKde, askGnome } = place;
  if (platform !== 'linux' || switches.some(hasSwitch)) return false;
  const isSet = ([name, value]: [string, string | undefined]) => variables.test(name.toLowerCase()) && value !== '';
  if (Object.entries(environment).some(isSet)) return false;
  switch (settingsOf(environment)) {
    case 'kde':
      return kdeHasNone(await orElse(readKde, ''));
    case 'gnome':
      return gnomeHasNone(await askGnome());
    case 'other':
      // Chromium reads no settings there; if GNOME's are set anyway, it decides what to do with them.
      return gnomeHasNone(await orElse(askGnome, "'none'"));
  }
}

/** Which desktop's settings apply; detected like Chromium does (base/nix/xdg_util.cc). */
function settingsOf(environment: NodeJS.ProcessEnv): 'kde' | 'gnome' | 'other' {
  const names = `${environment['XDG_CURRENT_DESKTOP'] ?? ''}:${environment['DESKTOP_SESSION'] ?? ''}`.toLowerCase();
  if (/kde|plasma/.test(names) || environment['KDE_FULL_SESSION'] !== undefined) return 'kde';
  if (/gnome|cinnamon|unity|pantheon|deepin|dde|ukui|mate|ubuntu|budgie/.test(names)) return 'gnome';
  return environment['GNOME_DESKTOP_SESSION_ID'] === undefined ? 'other' : 'gnome';
}

function gnomeHasNone(mode: string): boolean {
  return mode.trim() === "'none'";
}

/** No proxy: `ProxyType` is 0 or missing. */
function kdeHasNone(settings: string): boolean {
  const types = [...settings.matchAll(/^\s*ProxyType(?:\[[^\]]*\])?\s*=\s*(.*?)\s*$/gm)].map(([, type]) => type);
  return types.every((type) => type === '0');
}

async function orElse(check: () => Promise<string>, absent: string): Promise<string> {
  try {
    return await check();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return absent;
    throw error;
  }
}
