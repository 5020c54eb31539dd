/**
 * Reads a body as UTF-8 text and stops at `limit` bytes, counted after decompression: a small answer that unpacks into
 * gigabytes is cut off just like a large one. Resolves to null when the body is larger. Rejects when reading fails.
 * Bytes that are no UTF-8 become U+FFFD.
 */
export async function readBoundedBody(response: Response, limit: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  const whole = await readParts(response, limit, (part) => {
    text += decoder.decode(part, { stream: true });
  });
  return whole ? text + decoder.decode() : null;
}

/** The same for a body that is no text, such as a picture. */
export async function readBoundedBytes(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  const whole = await readParts(response, limit, (part) => parts.push(part));
  if (!whole) return null;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** Takes a body part by part. Returns false, and lets go of the rest, once it is larger than `limit` bytes. */
async function readParts(response: Response, limit: number, take: (part: Uint8Array) => void): Promise<boolean> {
  if (response.body === null) return true;
  const reader = response.body.getReader();
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return true;
    size += value.byteLength;
    if (size > limit) {
      discard(reader.cancel());
      return false;
    }
    take(value);
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
