import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';

/**
 * Whether SIGHUP should end the app: only if it was started from a terminal. `nohup` ignores the signal for its child,
 * but Node resets that on startup (`ResetSignalHandlers`), and Chromium handles the signal again. What remains visible
 * of `nohup` is that stdin, stdout and stderr aren't terminals. (On macOS it doesn't touch stdin.) A shell that ignores
 * SIGHUP itself (`trap '' HUP`) means the same. Must be called before the terminal is closed.
 */
export function hangupEndsApp(platform: NodeJS.Platform = process.platform): boolean {
  const streams = platform === 'darwin' ? [1, 2] : [0, 1, 2];
  return streams.some((stream) => isatty(stream)) && !ignoresHangup(process.ppid);
}

/** Whether a process ignores SIGHUP, the first bit of `SigIgn` in proc(5); false if unknown. */
function ignoresHangup(processId: number): boolean {
  try {
    const [, last = '0'] =
      /^SigIgn:\s*[\da-f]*([\da-f])$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8')) ?? [];
    return (Number.parseInt(last, 16) & 1) === 1;
  } catch {
    return false;
  }
}
