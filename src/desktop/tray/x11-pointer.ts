import type { Milliseconds } from '../../domain/time.ts';
import type { Spot } from './menu-entry.ts';
import { askX11 } from './x11-server.ts';

/** A local server replies within a few milliseconds. */
const usualLimit: Milliseconds = 250;

/**
 * The pointer's position on a local X11 display, in pixels of its first screen; null if the server doesn't report it in
 * time. Electron only knows where its own windows last saw the pointer (Electron issue 42519). Never rejects. Source: X
 * Window System Protocol, version 11: QueryPointer.
 */
export function pointerOnX11(environment: NodeJS.ProcessEnv, limit = usualLimit): Promise<Spot | null> {
  return askX11(environment, limit, async ({ root, ask }) => {
    const request = Buffer.from([38, 0, 2, 0, 0, 0, 0, 0]);
    request.writeUInt32LE(root, 4);
    const reply = await ask(request);
    return { x: reply.readInt16LE(16), y: reply.readInt16LE(18) };
  });
}
