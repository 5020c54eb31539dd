import { readFile } from 'node:fs/promises';
import type { PackageKind } from '../../domain/update-steps.ts';

/** Where dpkg lists the files of this package (dpkg-query(1), /var/lib/dpkg/info). */
const filesOfDebianPackage = '/var/lib/dpkg/info/octoglance.list';

export interface PackageTools {
  readonly platform: NodeJS.Platform;
  /** The program that runs, absolute. */
  readonly executable: string;
  /** What a program says, or null where it is missing, fails or takes too long. Never rejects. */
  readonly output: (program: string, args: readonly string[]) => Promise<string | null>;
  readonly debianList?: string;
}

/**
 * Which package the program that runs belongs to: what dpkg or rpm says of its very file, not what system this is. A
 * program that no package manager knows was unpacked from an archive. Never rejects.
 */
export async function packageKind({
  platform,
  executable,
  output,
  debianList = filesOfDebianPackage,
}: PackageTools): Promise<PackageKind> {
  if (platform === 'darwin') return 'disk-image';
  if (platform !== 'linux') return 'archive';
  const listed = await readFile(debianList, 'utf8').catch(() => '');
  if (listed.split('\n').includes(executable)) return 'deb';
  const owner = await output('rpm', ['--query', '--file', '--queryformat', '%{NAME}', executable]);
  return owner?.trim() === 'octoglance' ? 'rpm' : 'archive';
}
