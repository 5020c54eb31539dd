/**
 * A scene: a snapshot, the user's actions, and the widths; `kept` is the width at which the picture
 * is compared with the committed one. Only where it is what the scene shows, the pointer stays where the actions left it
 * (`pointer`), and the page as they scrolled it (`scrolled`).
 *
 * @typedef {{
 *   name: string,
 *   snapshot: string,
 *   widths: number[],
 *   height?: number,
 *   act?: (page: import('@playwright/test').Page) => Promise<unknown>,
 *   whole?: boolean,
 *   scale?: number,
 *   textSize?: string,
 *   highContrast?: boolean,
 *   kept?: number,
 *   pointer?: boolean,
 *   scrolled?: boolean,
 * }} Scene
 */

/** Window widths, in pixels. */
export const every = [320, 480, 900, 1600];
