import { statSync } from 'node:fs';
import { createServer } from 'node:net';

/**
 * The turn of one start among several at once in a profile (absolute), on Linux: a name that only one process can have,
 * and which the kernel frees with it (abstract sockets, unix(7)). It is held for milliseconds. Other users may take the
 * name, which costs no more than waiting for it in vain. Returns what gives it back, or null while somebody else has it;
 * where there are no such names everybody has a turn.
 */
export function takeStartTurn(profile: string, platform: NodeJS.Platform = process.platform): (() => void) | null {
  if (platform !== 'linux') return () => {};
  let name: string;
  try {
    // The folder itself: many paths may lead to it.
    const { dev, ino } = statSync(profile, { bigint: true });
    name = `octoglance-start-${process.geteuid?.()}-${dev}-${ino}`;
  } catch {
    return () => {};
  }
  const server = createServer();
  server.on('error', () => {});
  server.listen(`\0${name}`);
  return server.listening ? () => server.close() : null;
}
