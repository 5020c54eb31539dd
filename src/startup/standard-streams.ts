/** What of stdout and stderr is needed here. */
export type StandardStream = Pick<NodeJS.WriteStream, 'on' | 'write'>;

/**
 * Keeps what happens at the other end of stdout and stderr away from the app. A reader that goes away (EPIPE), a full disk
 * (ENOSPC) or a terminal that was closed (EIO) ends that stream and nothing else, for whatever writes to it, the console
 * of a library included. A terminal whose output is held (Ctrl+S) does not hold up the app.
 */
export function keepStreamsHarmless(streams: readonly StandardStream[]): void {
  for (const stream of streams) {
    stream.on('error', () => dropEverything(stream));
    doNotWait(stream);
  }
}

function dropEverything(stream: StandardStream): void {
  stream.write = (_part: unknown, ...rest: readonly unknown[]) => {
    const done = rest.find((one) => typeof one === 'function');
    if (done !== undefined) process.nextTick(done as () => void);
    return true;
  };
}

/**
 * Node makes a terminal's stream blocking on Linux and macOS. libuv has opened the terminal again for it, so that the shell's
 * own stays as it was. Not in the types of Node; where it is missing the stream stays as it is.
 */
function doNotWait(stream: StandardStream): void {
  const { isTTY, _handle: handle } = stream as {
    isTTY?: boolean;
    _handle?: { setBlocking?: (on: boolean) => unknown };
  };
  if (isTTY) handle?.setBlocking?.(false);
}
