export type ReadJson =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'malformed'; readonly what: 'empty' | 'html' | 'not-json' };

/** Parses a body as JSON, or returns what it is instead. Never throws. */
export function readJson(body: string): ReadJson {
  return read(body, (text) => parsed(text));
}

/**
 * Like {@link readJson}, for the JSON of a printer's plugin: Python's `json` writes bare NaN and Infinity
 * (https://docs.python.org/3/library/json.html#infinite-and-nan-number-values). They become null.
 */
export function readPythonJson(body: string): ReadJson {
  return read(body, (text) => parsed(text) ?? parsed(withoutNonNumbers(text)));
}

function read(body: string, parse: (text: string) => ReadJson | null): ReadJson {
  // Also removes a byte order mark, which JSON.parse rejects.
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

/** Replaces bare NaN and Infinity outside strings with null. */
function withoutNonNumbers(text: string): string {
  let inString = false;
  return text.replace(/\\[\s\S]|"|-?\bInfinity\b|\bNaN\b/g, (part) => {
    if (part === '"') inString = !inString;
    return inString || part === '"' || part.startsWith('\\') ? part : 'null';
  });
}
