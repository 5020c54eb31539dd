import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';

/**
 * Whether SIGHUP is to end the app: only where a terminal may be closed over it. `nohup` ignores the signal for what it
 * starts, but Node forgets that while it starts (`ResetSignalHandlers`), and Chromium listens for it again; what `nohup`
 * leaves to be seen is that neither stdin nor stdout nor stderr is a terminal. (On macOS it leaves stdin alone.) A shell
 * that ignores SIGHUP itself (`trap '' HUP`) means the same. Ask before the terminal is closed.
 */
export function hangupEndsApp(platform: NodeJS.Platform = process.platform): boolean {
  const streams = platform === 'darwin' ? [1, 2] : [0, 1, 2];
  return streams.some((stream) => isatty(stream)) && !ignoresHangup(process.ppid);
}

/** Whether a process ignores SIGHUP, the first bit of `SigIgn` in proc(5); false where nobody knows. */
function ignoresHangup(processId: number): boolean {
  try {
    const [, last = '0'] =
      /^SigIgn:\s*[\da-f]*([\da-f])$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8')) ?? [];
    return (Number.parseInt(last, 16) & 1) === 1;
  } catch {
    return false;
  }
}
