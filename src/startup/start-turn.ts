import { statSync } from 'node:fs';
import { createServer } from 'node:net';

/**
 * Serializes simultaneous starts in a profile (absolute) on Linux: uses a name that only one process can own and that
 * the kernel releases with it (abstract sockets, unix(7)). It is held for milliseconds. If another user takes the name,
 * the only cost is an unnecessary wait. Returns a function that releases it, or null while another process has it; on
 * other systems every start has its turn.
 */
export function takeStartTurn(profile: string, platform: NodeJS.Platform = process.platform): (() => void) | null {
  const name = platform === 'linux' ? turnName(profile) : null;
  if (name === null) return () => {};
  const server = createServer();
  server.on('error', () => {});
  server.listen(`\0${name}`);
  return server.listening ? () => server.close() : null;
}

/** The name of the abstract socket for starts in a profile; null if the folder can't be read. */
export function turnName(profile: string): string | null {
  try {
    // Identifies the folder itself: many paths may lead to it.
    const { dev, ino } = statSync(profile, { bigint: true });
    return `octoglance-start-${process.geteuid?.()}-${dev}-${ino}`;
  } catch {
    return null;
  }
}
