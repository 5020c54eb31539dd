/**
 * Reads a body as UTF-8 text and stops at `limit` bytes, counted after decompression: a small answer that unpacks into
 * gigabytes is cut off just like a large one. Resolves to null when the body is larger. Rejects when reading fails.
 * Bytes that are no UTF-8 become U+FFFD.
 */
export async function readBoundedBody(response: Response, limit: number): Promise<string | null> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      discard(reader.cancel());
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Lets go of a body that nobody will read, and with it of the connection. */
export function discardBody(response: Response): void {
  if (response.body !== null) discard(response.body.cancel());
}

/** The outcome no longer matters, and a broken connection may well make it a rejection. */
function discard(cancelled: Promise<void>): void {
  cancelled.catch(() => undefined);
}
