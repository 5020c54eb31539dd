/**
 * Creates a Response with the status that was received. The constructor accepts none above 599, so it is overridden
 * afterwards; `clone()` would lose it.
 */
export function wireResponse(
  status: number,
  body: ReadableStream<Uint8Array> | null,
  headers: readonly (readonly [string, string])[],
): Response {
  const kept = new Headers();
  for (const [name, value] of headers) {
    try {
      if (name.toLowerCase() === 'location') kept.set(name, value);
      else kept.append(name, value);
    } catch {
      // No header that the app needs is unrepresentable.
    }
  }
  const response = new Response(body, { headers: kept });
  return Object.defineProperties(response, {
    status: { value: status },
    ok: { value: status >= 200 && status < 300 },
  });
}

/** Converts the alternating names and values of Node's and Electron's `rawHeaders` to pairs. */
export function headerPairs(rawHeaders: readonly string[]): [string, string][] {
  const found: [string, string][] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    found.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
  }
  return found;
}
