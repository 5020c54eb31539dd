/*
 * A script that runs in the page, with its types in renderer/tsconfig.json: turns what it shows into a language nobody speaks, 40 % longer and full of accents, and finds what has no
 * room. Names, of printers and of products, stay as they are.
 */

/** Makes every text of the page 40 % longer, word by word, with accents. */
function pseudoLocalize() {
  /** @type {Record<string, string>} */
  const accents = {
    a: 'å',
    e: 'ê',
    i: 'ï',
    o: 'ø',
    u: 'ü',
    y: 'ÿ',
    c: 'ç',
    n: 'ñ',
    s: 'š',
    A: 'Å',
    E: 'Ê',
    I: 'Ï',
    O: 'Ø',
    S: 'Š',
  };
  const names = /^(OctoGlance|OctoEverywhere|Supporter|Perks|GitHub|Electron|Chromium|Node|Linux|Windows|Deutsch)$/u;
  const longer = (/** @type {string} */ word) => {
    if (names.test(word)) return word;
    const letters = [...word].map((letter) => accents[letter] ?? letter);
    // From the middle on, so that words keep their beginning and end.
    for (let extra = Math.ceil(word.length * 0.4), place = 1; extra > 0; extra--, place += 2) {
      const index = Math.min(place, letters.length - 1);
      letters[index] = `${letters[index]}ë`;
    }
    return letters.join('');
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (node.parentElement?.closest('[dir="auto"], bdi, script, style, kbd') != null) continue;
    node.nodeValue = (node.nodeValue ?? '').replace(/\p{L}{3,}/gu, longer);
  }
  for (const element of document.querySelectorAll('[placeholder]')) {
    element.setAttribute('placeholder', (element.getAttribute('placeholder') ?? '').replace(/\p{L}{3,}/gu, longer));
  }
}

/**
 * Returns what an element scrolls and moves with: an open menu, a bar that stays in view, or the page.
 *
 * @param {Element} element
 * @returns {Element}
 */
function layerOf(element) {
  for (let one = element.parentElement; one !== null; one = one.parentElement) {
    if (one.matches(':popover-open') || ['sticky', 'fixed'].includes(getComputedStyle(one).position)) return one;
  }
  return document.body;
}

/**
 * @param {Element} control
 * @param {Element | undefined} menu
 */
function opens(control, menu) {
  return menu !== undefined && menu.id !== '' && control.getAttribute('popovertarget') === menu.id;
}

/**
 * Returns what of the page has no room: texts that are cut off, controls outside the window or on top of each other.
 *
 * @returns {readonly string[]}
 */
function withoutRoom() {
  const faults = [];
  const nameOf = (/** @type {Element} */ element) =>
    `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
  const isShown = (/** @type {Element} */ element) =>
    element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true, opacityProperty: true }) &&
    element.closest('.visually-hidden, [aria-hidden="true"]') === null;
  for (const element of document.querySelectorAll('body *')) {
    if (!(element instanceof HTMLElement) || !isShown(element) || (element.textContent ?? '').trim() === '') continue;
    const { overflowX, textOverflow } = getComputedStyle(element);
    // What is 1 pixel wide is there for screen readers alone.
    const isCut =
      element.clientWidth > 1 &&
      overflowX !== 'visible' &&
      overflowX !== 'auto' &&
      element.scrollWidth > element.clientWidth + 1;
    // A name may be shortened with an ellipsis, and so may the line of a row, which unfolds; other texts may not.
    const mayBeShort = element.closest('[dir="auto"], .printer-name, .row-line') !== null;
    if (
      isCut &&
      !(mayBeShort && textOverflow === 'ellipsis') &&
      element.closest('.row-state, .row-line .since') === null
    ) {
      faults.push(`cut off: ${nameOf(element)}`);
    }
  }
  // Behind an open dialog nothing can be clicked.
  const root = document.querySelector('dialog[open]') ?? document.body;
  const controls = [...root.querySelectorAll('button, input, select, a')].filter(isShown);
  const boxes = controls.map((control) => ({ control, box: control.getBoundingClientRect() }));
  for (const { control, box } of boxes) {
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`outside the window: ${nameOf(control)}`);
    const isTooWide = control.scrollWidth > control.clientWidth + 1 && control.tagName === 'BUTTON';
    if (isTooWide && !control.classList.contains('printer-name')) {
      faults.push(`wider than its button: ${nameOf(control)}`);
    }
  }
  // A menu, and a bar that stays in view, cover the list on purpose, but never the button that opened the menu.
  const layers = new Map(controls.map((control) => [control, layerOf(control)]));
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (one.control.contains(other.control) || other.control.contains(one.control)) continue;
      const [ownLayer, otherLayer] = [layers.get(one.control), layers.get(other.control)];
      if (ownLayer !== otherLayer && !opens(one.control, otherLayer) && !opens(other.control, ownLayer)) continue;
      const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (width > 2 && height > 2)
        faults.push(`on top of each other: ${nameOf(one.control)}, ${nameOf(other.control)}`);
    }
  }
  // Charts of time run from left to right in every language, and so do the labels below them.
  const labels = [...document.querySelectorAll('.hours-axis span')]
    .filter((label) => label.checkVisibility())
    .map((label) => label.getBoundingClientRect().left);
  if (labels.some((left, index) => left < (labels[index - 1] ?? left)))
    faults.push('time runs backwards below the chart');
  return faults;
}

Object.assign(globalThis, { pseudoLocalize, withoutRoom });
