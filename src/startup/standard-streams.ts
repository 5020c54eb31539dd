/** The parts of stdout and stderr used here. */
export type StandardStream = Pick<NodeJS.WriteStream, 'on' | 'write'>;

/**
 * Keeps problems at the other end of stdout and stderr from affecting the app. A reader that goes away (EPIPE), a full
 * disk (ENOSPC) or a closed terminal (EIO) only ends that stream, whatever writes to it, including a library's console
 * output. A terminal with paused output (Ctrl+S) doesn't block the app.
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
 * Makes a terminal's stream non-blocking; Node makes it blocking on Linux and macOS. libuv has reopened the terminal
 * for it, so the shell's own stream is unaffected. Not in Node's types; if it is missing, the stream stays as it is.
 */
function doNotWait(stream: StandardStream): void {
  const { isTTY, _handle: handle } = stream as {
    isTTY?: boolean;
    _handle?: { setBlocking?: (on: boolean) => unknown };
  };
  if (isTTY) handle?.setBlocking?.(false);
}
