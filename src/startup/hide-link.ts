import { readFileSync, writeFileSync } from 'node:fs';

const hasLink = (text: string) => /octoglance:/i.test(text);

/**
 * Removes an `octoglance:` link from what every user can see of this process (`ps`, `/proc/PID/cmdline`): it contains
 * the secrets of a sign-in. Setting Node's process title overwrites the arguments (libuv, `uv_set_process_title`); the
 * other arguments stay visible. Returns whether the link is hidden. On Windows users can't see the arguments of other
 * users' processes, so nothing is done there.
 */
export function hideLink(argv: readonly string[], platform: NodeJS.Platform): boolean {
  if (platform === 'win32') return true;
  const name = readOrNull('/proc/self/comm');
  process.title = argv.filter((argument) => !/^octoglance:/i.test(argument)).join(' ');
  try {
    // The title also becomes the process name, as 15 characters of a path.
    if (name !== null) writeFileSync('/proc/self/comm', name.trim());
  } catch {
    // Only the name is affected.
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
