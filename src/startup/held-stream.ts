/** How many bytes are queued for a reader that doesn't read before lines are dropped. */
const mostWaiting = 1_000_000;

/** Writes a line unless too much is queued for a reader that doesn't read. Returns whether the line was accepted. */
export function writeUnlessHeld(stream: Pick<NodeJS.WriteStream, 'write' | 'writableLength'>, line: string): boolean {
  if (stream.writableLength > mostWaiting) return false;
  stream.write(line);
  return true;
}
