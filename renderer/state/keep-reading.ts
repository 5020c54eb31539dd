/** While nothing happens a strip moves on this often, ms: by less than the width of a line. */
const usualPace = 60_000;
/** The past is written down a moment after the answer that it came with, and changes come together, ms. */
const showFailure = 300;

/**
 * Reads soon, and again every `pace` ms (a minute) while the window can be seen; returns what ends it. What cannot be read
 * leaves what is shown as it is: no printer's state depends on it.
 */
export function keepReading(read: () => Promise<void>, pace = usualPace): () => void {
  let ended = false;
  let timer = setTimeout(once, showFailure);
  async function once() {
    if (document.visibilityState === 'visible') await read().catch(() => {});
    if (!ended) timer = setTimeout(once, pace);
  }
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
