/** What is looked at; given from outside so that every desktop's way can be told apart. */
export interface ProxyPlace {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** Whether Chromium was started with this switch. */
  readonly hasSwitch: (name: string) => boolean;
  /** KDE's settings of the network. Rejects with ENOENT when there are none. */
  readonly readKde: () => Promise<string>;
  /** What `gsettings get org.gnome.system.proxy mode` prints. Rejects with ENOENT when there is no such program. */
  readonly askGnome: () => Promise<string>;
}

/** Chromium's ways to be told of a proxy or of other names for hosts (chromium.org, "Linux Proxy Config"). */
const switches = ['proxy-server', 'proxy-pac-url', 'proxy-auto-detect', 'host-resolver-rules', 'host-rules'];

/** Names of variables, in small letters, that mean a proxy, or that Node's network would take for leave to trust anybody. */
const variables = /^((http|https|all|auto)_proxy|socks_server|node_tls_reject_unauthorized|node_extra_ca_certs)$/;

/**
 * Whether requests may go straight to the service: nobody asked for a proxy in any of the places where Chromium looks on
 * Linux (proxy_config_service_linux.cc). In doubt, no. On Windows and macOS, which find proxies on their own and keep
 * companies' certificates, always no. Rejects when a place cannot be looked at.
 */
export async function wantsNothingBetween(place: ProxyPlace): Promise<boolean> {
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
      // Chromium asks nobody there; settings of GNOME that somebody made all the same are left to it.
      return gnomeHasNone(await orElse(askGnome, "'none'"));
  }
}

/** Which desktop's settings count, as Chromium tells desktops apart (base/nix/xdg_util.cc). */
function settingsOf(environment: NodeJS.ProcessEnv): 'kde' | 'gnome' | 'other' {
  const names = `${environment['XDG_CURRENT_DESKTOP'] ?? ''}:${environment['DESKTOP_SESSION'] ?? ''}`.toLowerCase();
  if (/kde|plasma/.test(names) || environment['KDE_FULL_SESSION'] !== undefined) return 'kde';
  if (/gnome|cinnamon|unity|pantheon|deepin|dde|ukui|mate|ubuntu|budgie/.test(names)) return 'gnome';
  return environment['GNOME_DESKTOP_SESSION_ID'] === undefined ? 'other' : 'gnome';
}

function gnomeHasNone(mode: string): boolean {
  return mode.trim() === "'none'";
}

/** `ProxyType` is 0, or not there at all: no proxy. */
function kdeHasNone(settings: string): boolean {
  const types = [...settings.matchAll(/^\s*ProxyType(?:\[[^\]]*\])?\s*=\s*(.*?)\s*$/gm)].map(([, type]) => type);
  return types.every((type) => type === '0');
}

async function orElse(look: () => Promise<string>, absent: string): Promise<string> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return absent;
    throw error;
  }
}
