import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface ProcessSeen {
  /** Chromium's name of its type, such as `renderer`; empty for the main process. */
  readonly type: string;
  readonly commandLine: readonly string[];
  /** By the names of proc(5), such as `Seccomp`. */
  readonly status: ReadonlyMap<string, string>;
  /** Processes with the same one have the same rights over each other. */
  readonly userNamespace: string;
}

/** Returns all processes that run an executable, as reported by the kernel, except those that end meanwhile. */
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
