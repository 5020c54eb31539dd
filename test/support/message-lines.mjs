/**
 * Passes each line of a stream on, without its end. A line ends only with "\n": `readline` of newer Node versions also
 * ends it at U+2028 and U+2029, which JSON leaves as they are, and would cut a message in two.
 * @param {import('node:stream').Readable} input
 * @param {(line: string) => void} take
 */
export function onLine(input, take) {
  let rest = '';
  input.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
}
