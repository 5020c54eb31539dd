/**
 * A scene: a snapshot, the user's actions, and the widths; `kept` is the width at which the picture
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

/** Window widths, in pixels. */
export const every = [320, 480, 900, 1600];
