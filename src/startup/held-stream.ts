/** How much waits for a reader that does not read before lines are dropped, in bytes. */
const mostWaiting = 1_000_000;

/** Writes a line unless too much waits already for a reader that does not read. Returns whether it was taken. */
export function writeUnlessHeld(stream: Pick<NodeJS.WriteStream, 'write' | 'writableLength'>, line: string): boolean {
  if (stream.writableLength > mostWaiting) return false;
  stream.write(line);
  return true;
}
