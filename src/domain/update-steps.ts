/** The kind of package that is running; null when it could not be determined. */
export type PackageKind = 'deb' | 'rpm' | 'app-image' | 'archive' | 'disk-image' | null;

/** How to install a newer version that the app does not install itself. */
export interface UpdateSteps {
  /** The release file to download. */
  readonly file: string;
  /** The command to run in the download folder; null if the file is opened, unpacked or replaced instead. */
  readonly command: string | null;
}

/** Debian's, RPM's and the AppImages' names of architectures, by Node's. */
const debian: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };
const rpm: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64' };
const appImage: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'arm64' };

/**
 * Returns the release file of `version` (such as 1.2.3) for this package and how to install it; null when unknown. File
 * names as in electron-builder.yml; `platform` and `arch` as in Node.
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
  if (kind === 'app-image' && appImage[arch] !== undefined)
    return { file: `octoglance-${version}-linux-${appImage[arch]}.AppImage`, command: null };
  if (kind === 'disk-image') return { file: `octoglance-${version}-mac-universal.dmg`, command: null };
  if (kind === 'archive' && platform === 'win32')
    return { file: `octoglance-${version}-win-${arch}.zip`, command: null };
  if (kind === 'archive') return { file: `octoglance-${version}-linux-${arch}.tar.gz`, command: null };
  return null;
}
