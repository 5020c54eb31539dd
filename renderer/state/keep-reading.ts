/** How often to read when nothing else happens, ms: a timeline moves by less than the width of a line in that time. */
const usualInterval = 60_000;
/** Delay before the first read, ms: the history is written shortly after the response, and changes come in groups. */
const delay = 300;

/**
 * Reads soon, then every `interval` ms (default: a minute) while the window is visible, and as soon as it becomes
 * visible again. Returns a function that stops it. If a read fails, the display is left as it is: no printer's state depends on it.
 */
export function pollWhileVisible(read: () => Promise<void>, interval = usualInterval): () => void {
  let ended = false;
  let timer = setTimeout(once, delay);
  async function once() {
    if (document.visibilityState === 'visible') await read().catch(() => {});
    if (ended) return;
    clearTimeout(timer);
    timer = setTimeout(once, interval);
  }
  const whenSeen = () => {
    if (document.visibilityState === 'visible') void once();
  };
  document.addEventListener('visibilitychange', whenSeen);
  return () => {
    ended = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', whenSeen);
  };
}
