/**
 * What is looked at: a snapshot, what the user does with it, and at which widths; `kept` is the width at which the picture
 * is compared with the committed one.
 *
 * @typedef {{
 *   name: string,
 *   snapshot: string,
 *   widths: number[],
 *   act?: (page: import('@playwright/test').Page) => Promise<unknown>,
 *   whole?: boolean,
 *   scale?: number,
 *   textSize?: string,
 *   highContrast?: boolean,
 *   kept?: number,
 * }} Scene
 */

/** Widths of windows, in pixels. */
export const every = [320, 480, 900, 1600];
