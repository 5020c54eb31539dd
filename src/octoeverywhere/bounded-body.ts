/**
 * Reads a body as UTF-8 text and stops at `limit` bytes, counted after decompression, so that a small response which
 * unpacks into gigabytes is cut off too. Resolves to null when the body is larger. Rejects when reading fails. Invalid
 * UTF-8 becomes U+FFFD.
 */
export async function readBoundedBody(response: Response, limit: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  const whole = await readParts(response, limit, (part) => {
    text += decoder.decode(part, { stream: true });
  });
  return whole ? text + decoder.decode() : null;
}

/** Like {@link readBoundedBody}, for binary bodies such as pictures. */
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

/** Reads a body part by part. Returns false, and discards the rest, once it is larger than `limit` bytes. */
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

/** Discards a body that will not be read, which also releases the connection. */
export function discardBody(response: Response): void {
  if (response.body !== null) discard(response.body.cancel());
}

/** Ignores a failed cancellation: a broken connection may well reject it, and the outcome no longer matters. */
function discard(cancelled: Promise<void>): void {
  cancelled.catch(() => undefined);
}
