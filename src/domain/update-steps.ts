/** What kind of package runs here, as far as it was found out; null where nothing says so. */
export type PackageKind = 'deb' | 'rpm' | 'archive' | 'disk-image' | null;

/** How a newer version is installed that the app does not install itself. */
export interface UpdateSteps {
  /** The file of the release to download. */
  readonly file: string;
  /** What to type in the folder of the download; null where it is opened or unpacked. */
  readonly command: string | null;
}

/** By Node's names of processors; Debian and RPM have their own. */
const debian: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };
const rpm: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64' };

/**
 * The file of `version` (such as 1.2.3) for this package, and what installs it; null where it is not known. The names are
 * those that electron-builder.yml gives. `platform` and `arch` as Node has them.
 */
export function updateSteps(
  kind: PackageKind,
  version: string,
  { platform, arch }: { readonly platform: string; readonly arch: string },
): UpdateSteps | null {
  if (kind === 'deb' && debian[arch] !== undefined) {
    const file = `octoglance-${version}-linux-${debian[arch]}.deb`;
    return { file, command: `sudo apt install ./${file}` };
  }
  if (kind === 'rpm' && rpm[arch] !== undefined) {
    const file = `octoglance-${version}-linux-${rpm[arch]}.rpm`;
    return { file, command: `sudo rpm --upgrade ./${file}` };
  }
  if (kind === 'disk-image') return { file: `octoglance-${version}-mac-universal.dmg`, command: null };
  if (kind === 'archive' && platform === 'win32')
    return { file: `octoglance-${version}-win-${arch}.zip`, command: null };
  if (kind === 'archive') return { file: `octoglance-${version}-linux-${arch}.tar.gz`, command: null };
  return null;
}
