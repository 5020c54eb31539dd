import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { processTree } from '../../../tools/bench/process-tree.ts';

/** Records connections of an app's processes beyond this computer, including name servers, from the kernel's tables. */
export class Connections {
  readonly #beyond = new Set<string>();
  readonly #watching: Promise<void>;
  #done = false;

  constructor(processId: number) {
    this.#watching = this.#watch(processId);
  }

  /** Stops recording; resolves to all addresses seen, as `<hex address>:<hex port>` like in /proc/net/tcp. */
  async stop(): Promise<readonly string[]> {
    this.#done = true;
    await this.#watching;
    return [...this.#beyond];
  }

  async #watch(processId: number): Promise<void> {
    while (!this.#done) {
      const own = new Set(processTree(processId).flatMap(socketsOf));
      for (const { inode, remote } of connected()) if (own.has(inode) && isBeyond(remote)) this.#beyond.add(remote);
      await sleep(20);
    }
  }
}

function socketsOf(processId: number): readonly string[] {
  const folder = `/proc/${processId}/fd`;
  try {
    return readdirSync(folder).flatMap((descriptor) => {
      const [, inode] = /^socket:\[(\d+)\]$/.exec(linkOf(`${folder}/${descriptor}`)) ?? [];
      return inode === undefined ? [] : [inode];
    });
  } catch {
    // It has ended.
    return [];
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function connected(): readonly { readonly inode: string; readonly remote: string }[] {
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) => {
    const [, ...lines] = readFileSync(`/proc/net/${table}`, 'utf8').trim().split('\n');
    return lines.map((line) => {
      const columns = line.trim().split(/\s+/);
      return { remote: columns[2] ?? '', inode: columns[9] ?? '' };
    });
  });
}

/** Neither unconnected nor 127.0.0.0/8 nor ::1, which the kernel writes with the bytes of each word reversed. */
function isBeyond(remote: string): boolean {
  const [address = ''] = remote.split(':');
  const isNowhere = /^0*$/.test(address);
  const isOwn = /^([0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0000[0-9A-F]{6}7F)$/.test(address);
  return !isNowhere && !isOwn;
}
