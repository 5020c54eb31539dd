import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface ProcessSeen {
  /** Chromium's word for what it does, such as `renderer`; empty for the main process. */
  readonly type: string;
  readonly commandLine: readonly string[];
  /** By the names of proc(5), such as `Seccomp`. */
  readonly status: ReadonlyMap<string, string>;
  /** Two with the same one may do the same to each other. */
  readonly userNamespace: string;
}

/** All processes that run an executable, as the kernel shows them. One that ends meanwhile is left out. */
export function processesOf(executable: string): readonly ProcessSeen[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        return readlinkSync(`/proc/${entry}/exe`) === executable ? [seen(`/proc/${entry}`)] : [];
      } catch {
        return [];
      }
    });
}

function seen(folder: string): ProcessSeen {
  const lines = readFileSync(`${folder}/status`, 'utf8').split('\n');
  const text = readFileSync(`${folder}/cmdline`, 'utf8');
  return {
    type: /--type=([\w-]+)/.exec(text)?.[1] ?? '',
    commandLine: text.split(/[\0 ]/).filter(Boolean),
    status: new Map(lines.map((line) => [line.split(':')[0] ?? '', line.split(':')[1]?.trim() ?? ''])),
    userNamespace: readlinkSync(`${folder}/ns/user`),
  };
}
