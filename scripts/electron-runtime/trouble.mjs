/** A problem that prevents Electron from being provided, as one line for the terminal. */
export class RuntimeTrouble extends Error {}

/**
 * Turns an unexpected failure into one line. No stack: the reader wants to know what to do, not where it was thrown.
 * @param {unknown} error
 * @param {string} doing what was being done, as in "unpacking Electron"
 * @returns {RuntimeTrouble}
 */
export function troubleWhile(doing, error) {
  if (error instanceof RuntimeTrouble) return error;
  const code = /** @type {NodeJS.ErrnoException} */ (error)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new RuntimeTrouble(`No room left on the disk while ${doing}. Free about 1 GB and run this again. (${code})`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new RuntimeTrouble(
      `The cache folder cannot be written while ${doing}. Set XDG_CACHE_HOME to a folder of yours and run this again. (${code})`,
    );
  const result = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  return new RuntimeTrouble(`Something failed while ${doing}: ${result}. Run this again.`);
}
