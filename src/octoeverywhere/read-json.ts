export type ReadJson =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'malformed'; readonly what: 'empty' | 'html' | 'not-json' };

/** Reads a body as JSON and says what it is when it is none. Never throws. */
export function readJson(body: string): ReadJson {
  return read(body, (text) => parsed(text));
}

/**
 * The same for what a printer's plugin writes: it is Python, whose `json` writes NaN and Infinity as bare words
 * (https://docs.python.org/3/library/json.html#infinite-and-nan-number-values). They count as null.
 */
export function readPythonJson(body: string): ReadJson {
  return read(body, (text) => parsed(text) ?? parsed(withoutNonNumbers(text)));
}

function read(body: string, parse: (text: string) => ReadJson | null): ReadJson {
  // Also drops a byte order mark, which JSON.parse refuses.
  const text = body.trim();
  if (text === '') return { kind: 'malformed', what: 'empty' };
  if (text.startsWith('<')) return { kind: 'malformed', what: 'html' };
  return parse(text) ?? { kind: 'malformed', what: 'not-json' };
}

function parsed(text: string): ReadJson | null {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Bare NaN and Infinity, outside of strings, become null. */
function withoutNonNumbers(text: string): string {
  let inString = false;
  return text.replace(/\\[\s\S]|"|-?\bInfinity\b|\bNaN\b/g, (part) => {
    if (part === '"') inString = !inString;
    return inString || part === '"' || part.startsWith('\\') ? part : 'null';
  });
}
