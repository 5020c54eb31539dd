import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * The id of this user's process that listens on one of these sockets (`@` begins the name of an abstract one), on
 * Linux; null if unknown. Never throws.
 */
export function listeningProcess(places: readonly string[]): number | null {
  try {
    const lines = readFileSync('/proc/net/unix', 'utf8').split('\n');
    const sockets = lines.flatMap((line) => {
      // Num RefCount Protocol Flags Type St Inode Path, see proc_net(5).
      const [, inode = '', path = ''] = /^(?:\S+\s+){6}(\d+)\s+(.*)$/.exec(line) ?? [];
      // The NULs at the end of an abstract name are shown as @, too.
      return places.includes(path.replace(/(?<=.)@+$/, '')) ? [`socket:[${inode}]`] : [];
    });
    const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const found = processes.find((name) => filesOf(name).some((file) => sockets.includes(file)));
    return found === undefined ? null : Number(found);
  } catch {
    return null;
  }
}

/** The files a process has open; empty if it belongs to another user or has ended. */
function filesOf(processId: string): readonly string[] {
  try {
    const folder = `/proc/${processId}/fd`;
    return readdirSync(folder).map((file) => readlinkSync(`${folder}/${file}`));
  } catch {
    return [];
  }
}
