import type { ServiceResponse } from './transport.ts';

/**
 * Reads a body as UTF-8 text and stops at `limit` bytes, counted after decompression, so that a small response which
 * unpacks into gigabytes is cut off too. Resolves to null when the body is larger. Rejects when reading fails. Invalid
 * UTF-8 becomes U+FFFD.
 */
export async function readBoundedBody(response: ServiceResponse, limit: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  const whole = await readParts(response, limit, (part) => {
    text += decoder.decode(part, { stream: true });
  });
  return whole ? text + decoder.decode() : null;
}

/** Like {@link readBoundedBody}, for binary bodies such as pictures. */
export async function readBoundedBytes(
  response: ServiceResponse,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
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

/** Reads a body part by part. Resolves to false, and discards the rest, once it is larger than `limit` bytes. */
function readParts(response: ServiceResponse, limit: number, take: (part: Uint8Array) => void): Promise<boolean> {
  let size = 0;
  return response.read((part) => {
    size += part.byteLength;
    if (size > limit) return false;
    take(part);
    return true;
  });
}
