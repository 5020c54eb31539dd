/**
 * Passes each line of a stream on, without its end. A line ends only with "\n": `readline` of newer Node versions also
 * ends it at U+2028 and U+2029, which JSON leaves as they are, and would cut a message in two.
 * @param {import('node:stream').Readable} input
 * @param {(line: string) => void} take
 */
export function onLine(input, take) {
  /** @type {string[]} Of a line without an end so far; joined only then, for a line may have millions of characters. */
  let parts = [];
  input.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    const [first = '', ...others] = text.split('\n');
    parts.push(first);
    for (const next of others) {
      take(parts.join(''));
      parts = [next];
    }
  });
}
