import { readFile } from 'node:fs/promises';
import type { PackageKind } from '../../domain/update-steps.ts';

/** Where dpkg lists the files of this package (dpkg-query(1), /var/lib/dpkg/info). */
const filesOfDebianPackage = '/var/lib/dpkg/info/octoglance.list';

export interface PackageTools {
  readonly platform: NodeJS.Platform;
  /** The running program, absolute. */
  readonly executable: string;
  /** Whether it runs from an AppImage, even if the file of that is unknown. */
  readonly isAppImage: boolean;
  /** Returns a program's output, or null if it is missing, fails or takes too long. Never rejects. */
  readonly output: (program: string, args: readonly string[]) => Promise<string | null>;
  readonly debianList?: string;
}

/**
 * The kind of package the running program belongs to, according to dpkg or rpm for that very file, not by distribution.
 * A program unknown to every package manager was unpacked from an archive. Never rejects.
 */
export async function packageKind({
  platform,
  executable,
  isAppImage,
  output,
  debianList = filesOfDebianPackage,
}: PackageTools): Promise<PackageKind> {
  if (platform === 'darwin') return 'disk-image';
  if (platform !== 'linux') return 'archive';
  if (isAppImage) return 'app-image';
  const listed = await readFile(debianList, 'utf8').catch(() => '');
  if (listed.split('\n').includes(executable)) return 'deb';
  const owner = await output('rpm', ['--query', '--file', '--queryformat', '%{NAME}', executable]);
  return owner?.trim() === 'octoglance' ? 'rpm' : 'archive';
}
