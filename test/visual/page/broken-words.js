/* A script that runs in the page, with its types in renderer/tsconfig.json: finds short words and times that are broken. */

/** A longer word may be wider than the smallest window with large text; a shorter one always has room. */
const shortWord = 8;

/**
 * Returns the words of at most eight characters, times among them, that go on in a second line, and the tables that are
 * wider than what they stand in. Names may be anything, and are left out.
 *
 * @returns {readonly string[]}
 */
function brokenWords() {
  const faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest('.visually-hidden, [dir="auto"], bdi, .printer-name, .address') !== null)
      continue;
    if (!parent.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue;
    for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/[\p{L}\d:.]+/gu)) {
      if (word.length > shortWord || word.length < 2) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) faults.push(`broken: “${word}” in “${(parent.textContent ?? '').trim().slice(0, 40)}”`);
    }
  }
  for (const table of document.querySelectorAll('table')) {
    const around = table.parentElement;
    if (around !== null && table.getBoundingClientRect().right > around.getBoundingClientRect().right + 1)
      faults.push(`wider than its place: ${table.className}`);
  }
  return faults;
}

Object.assign(globalThis, { brokenWords });
