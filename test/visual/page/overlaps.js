/* A script that runs in the page, with its types in renderer/tsconfig.json: finds texts that lie on each other. */

/**
 * Returns pairs of texts that are drawn on top of each other. What lies above the page on purpose is compared only with
 * itself: dialogs, menus, the bar above the list and the one of the selection.
 *
 * @returns {readonly string[]}
 */
function overlappingTexts() {
  /** @type {{ text: string, layer: Element | null, boxes: readonly DOMRect[] }[]} */
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = (node.nodeValue ?? '').trim();
    if (parent === null || text === '' || parent.closest('.visually-hidden, script, style, option') !== null) continue;
    if (!parent.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true, opacityProperty: true }))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()]
      .map((box) => visiblePart(parent, box))
      .filter(({ width, height }) => width > 2 && height > 2);
    if (boxes.length > 0) found.push({ text, layer: layerOf(parent), boxes });
  }
  const faults = [];
  for (const [index, one] of found.entries()) {
    for (const other of found.slice(index + 1)) {
      if (one.layer !== other.layer) continue;
      if (one.boxes.some((box) => other.boxes.some((another) => areOn(box, another)))) {
        faults.push(`texts on each other: “${one.text.slice(0, 40)}”, “${other.text.slice(0, 40)}”`);
      }
    }
  }
  return faults;
}

/** The part of a box that its ancestors don't clip. @param {Element} inside @param {DOMRect} box */
function visiblePart(inside, box) {
  let { left, top, right, bottom } = box;
  for (let element = /** @type {Element | null} */ (inside); element !== null; element = element.parentElement) {
    if (getComputedStyle(element).overflow === 'visible') continue;
    const clip = element.getBoundingClientRect();
    left = Math.max(left, clip.left);
    top = Math.max(top, clip.top);
    right = Math.min(right, clip.right);
    bottom = Math.min(bottom, clip.bottom);
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

/** Lines of one text may touch. @param {DOMRect} one @param {DOMRect} other */
function areOn(one, other) {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 2 && height > 4;
}

Object.assign(globalThis, { overlappingTexts });
