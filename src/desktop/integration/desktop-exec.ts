/**
 * Builds the command of a desktop file: quoted for `Exec`, then escaped like any value of a desktop file, in this
 * order. Source: freedesktop.org, Desktop Entry Specification 1.5, "The Exec key".
 */
export function execLine(words: readonly string[]): string {
  const plain = /^[\w@./:=+,-]+$/;
  const quoted = words.map((word) => {
    // Field codes begin with a percent sign, even inside quotes.
    const literal = word.replaceAll('%', '%%');
    return plain.test(word) ? literal : `"${literal.replace(/["`$\\]/g, '\\$&')}"`;
  });
  return escapedValue(quoted.join(' '));
}

/** A string as the value of a key. Source: Desktop Entry Specification 1.5, "Possible value types". */
export function escapedValue(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
}
