import { readFileSync, writeFileSync } from 'node:fs';

const hasLink = (text: string) => /octoglance:/i.test(text);

/**
 * Takes an `octoglance:` link out of what the system shows of this process to every user (`ps`, `/proc/PID/cmdline`): it
 * carries the secrets of a sign-in. Node's title of a process is written over its arguments (libuv, `uv_set_process_title`);
 * the other arguments stay to be seen. Returns whether the link is gone. On Windows other users see no arguments of
 * somebody's processes, so nothing is done there.
 */
export function hideLink(argv: readonly string[], platform: NodeJS.Platform): boolean {
  if (platform === 'win32') return true;
  const name = readOrNull('/proc/self/comm');
  process.title = argv.filter((argument) => !/^octoglance:/i.test(argument)).join(' ');
  try {
    // The title is also made the name of the process, in 15 characters of a path.
    if (name !== null) writeFileSync('/proc/self/comm', name.trim());
  } catch {
    // It is only a name.
  }
  const shown = readOrNull('/proc/self/cmdline');
  return shown === null ? platform !== 'linux' : !hasLink(shown);
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
