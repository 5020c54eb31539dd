/**
 * The command of a desktop file. Quoted for Exec, then escaped as any value of a desktop file: two layers, in this order.
 * Source: freedesktop.org, Desktop Entry Specification 1.5, "The Exec key".
 */
export function execLine(words: readonly string[]): string {
  const plain = /^[\w@./:=+,-]+$/;
  const quoted = words.map((word) => {
    // A field code begins with a percent sign, in quotes as well.
    const literal = word.replaceAll('%', '%%');
    return plain.test(word) ? literal : `"${literal.replace(/["`$\\]/g, '\\$&')}"`;
  });
  return quoted
    .join(' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
}
