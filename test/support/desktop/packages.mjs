import { spawnSync } from 'node:child_process';

/** Debian packages of the test desktop and the libraries that Electron loads. */
const PACKAGES = [
  ...['xvfb', 'xauth', 'dbus', 'dbus-x11', 'openbox', 'xfce4-panel', 'dunst', 'gnome-keyring', 'libglib2.0-bin'],
  ...['libsecret-1-0', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libnotify-bin'],
  ...['scrot', 'xdg-utils', 'adwaita-icon-theme', 'fonts-dejavu-core'],
];

/**
 * Additional packages for the tests; the second line has a second desktop and another tray, the third the dependencies of the app's
 * .deb, the last the shells with completions.
 */
export const testPackages = [
  ...['desktop-file-utils', 'appstream', 'chromium', 'libnss3-tools', 'weston', 'xdotool', 'jq'],
  ...['sway', 'waybar', 'mako-notifier', 'grim', 'trayer'],
  ...['libnotify4', 'libxtst6', 'libatspi2.0-0', 'libuuid1'],
  ...['zsh', 'fish'],
];

/** Thrown when the test desktop is not available here; the message says in one line what to run. */
export class PackagesMissing extends Error {}

/**
 * Returns the missing packages, by their names on this system: from Debian 13 on some libraries end in `t64`.
 * @param {readonly string[]} wanted
 * @returns {string[] | null} null where there is no dpkg
 */
export function missingPackages(wanted) {
  const names = wanted.flatMap((name) => (name.startsWith('lib') ? [name, `${name}t64`] : [name]));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg-query's own placeholders.
  const requested = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names], {
    encoding: 'utf8',
  });
  if (requested.error) return null;
  const installed = new Set(
    requested.stdout.split('\n').flatMap((line) => (line.endsWith(' installed') ? [line.split(' ')[0]] : [])),
  );
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/**
 * Installs missing packages of the test desktop, as root or through sudo without a password.
 * @param {(line: string) => void} say
 * @param {readonly string[]} [more] packages that are needed beside those of the desktop itself
 * @throws {PackagesMissing}
 */
export function ensurePackages(say, more = []) {
  if (process.platform !== 'linux') throw new PackagesMissing('The test desktop needs Linux; run this on Debian 12.');
  const wanted = [...PACKAGES, ...more];
  const missing = missingPackages(wanted);
  if (missing === null)
    throw new PackagesMissing(
      `The test desktop is set up automatically on Debian and derivatives; here, install what these Debian packages contain: ${wanted.join(' ')}`,
    );
  if (missing.length === 0) return;
  const byHand = `apt-get install --no-install-recommends ${missing.join(' ')}`;
  const rights = asRoot();
  if (rights === null) throw new PackagesMissing(`The test desktop needs more Debian packages. Run: sudo ${byHand}`);
  say(`Installing Debian packages for the test desktop: ${missing.join(' ')}`);
  const [program = '', ...before] = [...rights, 'apt-get'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['-y', '-qq', 'install', '--no-install-recommends', ...missing];
  // The package lists of a new machine are empty or outdated; updating them first avoids a failed installation.
  for (const args of [['-qq', 'update'], install]) {
    const run = spawnSync(program, [...before, ...args], { env, encoding: 'utf8' });
    if (run.status === 0) continue;
    const reason = (run.stderr ?? '').trim().split('\n').at(-1) ?? '';
    if (args === install) throw new PackagesMissing(`apt-get could not install packages. Run: ${byHand} (${reason})`);
    say(`apt-get update failed, going on with the lists that are there. (${reason})`);
  }
}

/** @returns {string[] | null} what goes before a command that needs root; null if that cannot be had unasked */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0
    ? ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive']
    : null;
}
