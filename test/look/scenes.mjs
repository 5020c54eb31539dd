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
import { expect } from '@playwright/test';

const every = [320, 480, 900, 1600];

/** @param {import('@playwright/test').Page} page @param {string} name */
const click = (page, name) => page.getByRole('button', { name, exact: true }).first().click();

/** @param {string} token */
const paste = (token) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await click(page, 'Add printer');
  await click(page, 'Paste a token instead');
  await page.getByRole('textbox', { name: 'App token or completion link' }).fill(token);
  await click(page, 'Connect');
};

/** Holds one printer over another, before the drop. @param {string} name @param {string} target */
const drag = (name, target) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await page.getByRole('button', { name: `Move ${name}`, exact: true }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: `Move ${name}`, exact: true }).hover();
  await page.mouse.down();
  const over = await page.getByRole('article', { name: target, exact: true }).boundingBox();
  if (over === null) throw new Error(`${target} cannot be seen.`);
  await page.mouse.move(over.x + 20, over.y + 8, { steps: 5 });
  await expect(page.locator('[data-drop]')).toHaveCount(1);
};

/** Opens a printer's own screen, where its past is. @param {string} name @param {RegExp} [range] */
const detail = (name, range) => async (/** @type {import('@playwright/test').Page} */ page) => {
  const article = page.getByRole('article', { name, exact: true });
  await article.getByRole('button', { name: /^(Details|Einzelheiten)$/ }).click();
  await page.getByRole('slider').waitFor();
  if (range !== undefined) await page.getByText(range).click();
};

/** @type {Scene[]} */
export const scenes = [
  { name: 'detail', snapshot: 'six', widths: every, kept: 480, act: detail('Ender 3 in the garage') },
  { name: 'detail-week', snapshot: 'six', widths: [320, 900], act: detail('Mini', /^7 days$/) },
  {
    name: 'detail-month',
    snapshot: 'six',
    widths: [480, 900],
    kept: 480,
    act: async (page) => {
      await detail('Ender 3 in the garage', /^30 days$/)(page);
      const strip = page.getByRole('slider');
      await strip.focus();
      await strip.press('Home');
      await strip.press('ArrowRight');
      await expect(strip).toHaveAttribute('aria-valuetext', /^Disconnected, /);
    },
  },
  {
    name: 'detail-from-far-down',
    snapshot: 'six',
    widths: [320],
    kept: 320,
    whole: false,
    act: async (page) => {
      await detail('Mini')(page);
      expect(await page.evaluate('scrollY')).toBe(0);
      await page.keyboard.press('Escape');
      const mini = page.getByRole('article', { name: 'Mini' });
      await expect(mini).toBeFocused();
      await expect(mini.getByRole('heading')).toBeInViewport();
    },
  },
  {
    name: 'detail-nothing-known',
    snapshot: 'six',
    widths: [480],
    kept: 480,
    act: async (page) => {
      await page.getByRole('article', { name: 'Sidewinder' }).getByRole('button', { name: 'Details' }).click();
      await page.getByText('Nothing is known yet.').first().waitFor();
    },
  },
  {
    name: 'detail-long-name',
    snapshot: 'hostile',
    widths: [320, 480],
    kept: 320,
    act: detail('Ungewöhnlichlangername'.repeat(9).slice(0, 200)),
  },
  {
    name: 'detail-large-text',
    snapshot: 'six',
    widths: [320, 480],
    kept: 320,
    textSize: '200%',
    act: detail('Voron 2.4'),
  },
  { name: 'high-contrast-six', snapshot: 'six', widths: [480], kept: 480, highContrast: true },
  { name: 'high-contrast-forty', snapshot: 'forty', widths: [900], whole: false, highContrast: true },
  {
    name: 'high-contrast-detail',
    snapshot: 'six',
    widths: [480],
    kept: 480,
    highContrast: true,
    act: detail('Ender 3 in the garage', /^7 days$/),
  },
  {
    name: 'high-contrast-settings',
    snapshot: 'one',
    widths: [480],
    kept: 480,
    highContrast: true,
    act: (page) => click(page, 'Settings'),
  },
  { name: 'german-empty', snapshot: 'german-empty', widths: every, kept: 480 },
  { name: 'german-six', snapshot: 'german-six', widths: every, kept: 480 },
  { name: 'german-forty', snapshot: 'german-forty', widths: every, kept: 900, whole: false },
  {
    name: 'german-detail',
    snapshot: 'german-six',
    widths: every,
    kept: 480,
    act: detail('Ender 3 in the garage', /^30 Tage$/),
  },
  {
    name: 'german-settings',
    snapshot: 'german-quiet-hours',
    widths: every,
    kept: 480,
    act: (page) => click(page, 'Einstellungen'),
  },
  {
    name: 'german-add',
    snapshot: 'german-six',
    widths: every,
    kept: 480,
    act: (page) => click(page, 'Drucker hinzufügen'),
  },
  {
    name: 'german-sign-in',
    snapshot: 'german-empty',
    widths: [320, 480],
    kept: 480,
    act: (page) => click(page, 'Bei OctoEverywhere anmelden'),
  },
  {
    name: 'german-remove',
    snapshot: 'german-six',
    widths: [320, 480],
    kept: 320,
    whole: false,
    act: (page) => click(page, 'Entfernen'),
  },
  {
    name: 'german-keys',
    snapshot: 'german-forty',
    widths: [320, 480],
    whole: false,
    act: (page) => page.keyboard.press('?'),
  },
  { name: 'empty', snapshot: 'empty', widths: every, kept: 480 },
  { name: 'one', snapshot: 'one', widths: [320, 480], kept: 320 },
  { name: 'one-sharp', snapshot: 'one', widths: [480], scale: 2 },
  { name: 'six', snapshot: 'six', widths: every, kept: 900 },
  { name: 'six-first-view', snapshot: 'six', widths: [480], whole: false },
  { name: 'forty', snapshot: 'forty', widths: every, kept: 900, whole: false },
  {
    name: 'forty-unfolded',
    snapshot: 'forty',
    widths: [320, 480, 900],
    kept: 480,
    whole: false,
    act: (page) => page.getByRole('article', { name: 'Farm 03' }).getByRole('button').first().click(),
  },
  {
    name: 'filtered',
    snapshot: 'forty',
    widths: [320, 480, 900],
    whole: false,
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('arm 1');
      await expect(page.getByRole('article')).toHaveCount(13);
    },
  },
  {
    name: 'filtered-by-state',
    snapshot: 'forty',
    widths: [320, 900],
    whole: false,
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Filter by state' }).selectOption('offline');
      await expect(page.getByRole('article')).toHaveCount(5);
    },
  },
  {
    name: 'nothing-fits',
    snapshot: 'forty',
    widths: [320, 480],
    kept: 480,
    whole: false,
    act: (page) =>
      page.getByRole('searchbox', { name: 'Filter by name' }).fill('an uncommonly long name that nobody has'),
  },
  {
    name: 'by-state',
    snapshot: 'forty',
    widths: [320, 480, 900],
    act: (page) => page.getByRole('combobox', { name: 'Order' }).selectOption('by-state'),
  },
  {
    name: 'own-order',
    snapshot: 'forty',
    widths: [320, 900],
    whole: false,
    act: (page) => page.getByRole('combobox', { name: 'Order' }).selectOption('own'),
  },
  {
    name: 'walked-by-keys',
    snapshot: 'forty',
    widths: [480],
    whole: false,
    act: async (page) => {
      const inRow = (/** @type {string} */ name) => page.getByRole('article', { name }).getByRole('button').first();
      await page.keyboard.press('ArrowDown');
      await expect(inRow('Farm 03')).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await expect(inRow('Farm 08')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('article', { name: 'Farm 08' })).toContainText('Local IP');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('r');
      await expect(page.getByRole('article', { name: 'Farm 11' })).toContainText('Just asked');
      await page.keyboard.press('/');
      await page.keyboard.type('r?o');
      await expect(page.getByRole('searchbox')).toHaveValue('r?o');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await inRow('Farm 11').focus();
    },
  },
  {
    name: 'cards-walked-by-keys',
    snapshot: 'six',
    widths: [900],
    whole: false,
    act: async (page) => {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('article', { name: 'Ender 3 in the garage' })).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('article', { name: 'Bambu X1C' })).toBeFocused();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Prusa MK4' })).toBeFocused();
    },
  },
  {
    name: 'regrouped',
    snapshot: 'forty',
    widths: [480],
    whole: false,
    act: async (page) => {
      const row = page.getByRole('article', { name: 'Farm 04' }).getByRole('button').first();
      await row.press('Enter');
      // What had the focus and was unfolded stays so when its printer comes to another group.
      await page.evaluate(() => {
        const { pushSnapshot, lastSnapshot } = /** @type {any} */ (globalThis);
        const printers = lastSnapshot().printers.map((/** @type {any} */ one) =>
          one.name === 'Farm 04' ? { ...one, status: 'offline', words: 'Disconnected' } : one,
        );
        pushSnapshot({ printers });
      });
      await expect(page.getByRole('article').nth(1)).toHaveAccessibleName('Farm 04');
      await expect(row).toBeFocused();
      await expect(row).toHaveAttribute('aria-expanded', 'true');
    },
  },
  {
    name: 'keys',
    snapshot: 'forty',
    widths: [320, 480],
    kept: 480,
    whole: false,
    act: (page) => page.keyboard.press('?'),
  },
  {
    name: 'keys-large-text',
    snapshot: 'forty',
    widths: [320],
    whole: false,
    textSize: '200%',
    act: (page) => page.keyboard.press('?'),
  },
  {
    name: 'dragging-cards',
    snapshot: 'six',
    widths: [320, 900],
    whole: false,
    act: drag('Ender 3 in the garage', 'Voron 2.4'),
  },
  { name: 'dragging-rows', snapshot: 'forty', widths: [320, 900], whole: false, act: drag('Farm 05', 'Farm 02') },
  {
    name: 'moved',
    snapshot: 'forty',
    widths: [480],
    whole: false,
    act: async (page) => {
      await page.getByRole('button', { name: 'Move Farm 05' }).press('ArrowUp');
      // Among the thirty printers of its group.
      await expect(page.getByRole('status')).toHaveText('Farm 05 moved to place 3 of 30.');
      await expect(page.getByRole('button', { name: 'Move Farm 05' })).toBeFocused();
    },
  },
  { name: 'offline', snapshot: 'offline', widths: [320, 480], kept: 480 },
  { name: 'snoozed', snapshot: 'snoozed', widths: [320, 480, 900], kept: 480 },
  { name: 'in-quiet-hours', snapshot: 'in-quiet-hours', widths: [320, 480, 900], kept: 480, whole: false },
  {
    name: 'snooze-menu',
    snapshot: 'six',
    widths: [320, 480, 900],
    whole: false,
    act: (page) => click(page, 'Snooze notifications'),
  },
  {
    name: 'snooze-menu-large-text',
    snapshot: 'six',
    widths: [320],
    whole: false,
    textSize: '200%',
    act: (page) => click(page, 'Snooze notifications'),
  },
  {
    name: 'snoozed-and-resumed',
    snapshot: 'one',
    widths: [480],
    act: async (page) => {
      await click(page, 'Snooze notifications');
      await click(page, 'For 1 hour');
      await expect(page.getByRole('status')).toHaveText('Notifications are snoozed until 19:17.');
      await expect(page.getByRole('button', { name: 'Snooze notifications' })).toBeFocused();
      await click(page, 'Resume');
      await expect(page.getByRole('status')).toHaveText('Notifications are shown again.');
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    },
  },
  {
    name: 'muted',
    snapshot: 'six',
    widths: [480],
    whole: false,
    act: async (page) => {
      const voron = page.getByRole('article', { name: 'Voron 2.4' });
      await voron.getByRole('button', { name: 'Mute', exact: true }).click();
      await expect(voron.getByRole('button', { name: 'Unmute' })).toBeFocused();
      await expect(voron).toContainText('Muted');
    },
  },
  { name: 'notices', snapshot: 'notices', widths: [320, 480, 900], kept: 480 },
  { name: 'hostile', snapshot: 'hostile', widths: every, kept: 480 },
  { name: 'large-text', snapshot: 'six', widths: [320, 480], textSize: '200%' },
  { name: 'large-text-rows', snapshot: 'forty', widths: [320, 480], textSize: '200%', whole: false },
  { name: 'refused-refresh', snapshot: 'one', widths: [480], act: (page) => click(page, 'Refresh') },
  {
    name: 'remove',
    snapshot: 'hostile',
    widths: [320, 480],
    kept: 480,
    whole: false,
    act: (page) => click(page, 'Remove'),
  },
  { name: 'add', snapshot: 'one', widths: [320, 480, 900], kept: 480, act: (page) => click(page, 'Add printer') },
  { name: 'reconnect', snapshot: 'six', widths: [480], kept: 480, act: (page) => click(page, 'Reconnect') },
  { name: 'paste-checking', snapshot: 'one', widths: [480], act: paste('example-token-slow') },
  {
    name: 'paste-error',
    snapshot: 'one',
    widths: [320, 480],
    kept: 480,
    act: async (page) => {
      await paste('example-token-unknown')(page);
      await page.getByText('does not know this token', { exact: false }).first().waitFor();
    },
  },
  {
    name: 'paste-keep',
    snapshot: 'one',
    widths: [480],
    kept: 480,
    act: async (page) => {
      await paste('example-token-no-keychain')(page);
      await page.getByRole('button', { name: 'Keep until I quit' }).waitFor();
    },
  },
  {
    name: 'added',
    snapshot: 'one',
    widths: [480],
    act: async (page) => {
      await paste('example-token-voron')(page);
      await expect(page.getByRole('article', { name: 'Newcomer' })).toBeFocused();
    },
  },
  { name: 'sign-in-banner', snapshot: 'sign-in', widths: [480] },
  {
    name: 'sign-in-other',
    snapshot: 'sign-in-other',
    widths: [320, 480],
    kept: 480,
    act: (page) => click(page, 'Show the sign-in'),
  },
  {
    name: 'sign-in-keychain',
    snapshot: 'sign-in-keychain',
    widths: [320, 480],
    kept: 480,
    act: (page) => click(page, 'Show the sign-in'),
  },
  {
    name: 'sign-in-waiting',
    snapshot: 'empty',
    widths: [320, 480],
    kept: 480,
    act: (page) => click(page, 'Sign in with OctoEverywhere'),
  },
  { name: 'settings', snapshot: 'one', widths: every, kept: 480, act: (page) => click(page, 'Settings') },
  {
    name: 'settings-quiet-hours',
    snapshot: 'quiet-hours',
    widths: every,
    kept: 320,
    act: (page) => click(page, 'Settings'),
  },
  { name: 'settings-off', snapshot: 'notifications-off', widths: [320, 480], act: (page) => click(page, 'Settings') },
  {
    name: 'settings-quiet-hours-large-text',
    snapshot: 'quiet-hours',
    widths: [320, 480],
    textSize: '200%',
    act: (page) => click(page, 'Settings'),
  },
  {
    name: 'settings-topics',
    snapshot: 'one',
    widths: [480],
    act: async (page) => {
      await click(page, 'Settings');
      await page.getByRole('switch', { name: 'Disconnected', exact: true }).click();
      await page.getByRole('switch', { name: 'Supporter Perks', exact: true }).click();
      await expect(page.getByRole('switch', { name: 'Disconnected', exact: true })).not.toBeChecked();
      await expect(page.getByRole('switch', { name: 'Supporter Perks', exact: true })).not.toBeChecked();
    },
  },
  {
    name: 'settings-quiet-hours-typed',
    snapshot: 'one',
    widths: [480],
    act: async (page) => {
      await click(page, 'Settings');
      await page.getByRole('switch', { name: 'Quiet hours', exact: true }).click();
      await page.getByRole('switch', { name: 'Tuesday', exact: true }).click();
      await page.getByLabel('Monday, from').fill('21:15');
      await page.getByLabel('Monday, until').fill('23:45');
      await click(page, 'Same for all days');
      await expect(page.getByLabel('Tuesday, from')).toHaveValue('21:15');
      await expect(page.getByLabel('Sunday, until')).toHaveValue('23:45');
    },
  },
  {
    name: 'settings-large-text',
    snapshot: 'one',
    widths: [320, 480],
    textSize: '200%',
    act: (page) => click(page, 'Settings'),
  },
  {
    name: 'settings-imported',
    snapshot: 'one',
    widths: [320, 480],
    act: async (page) => {
      await click(page, 'Settings');
      await click(page, 'Import list…');
      await page.getByText('3 printers imported').first().waitFor();
    },
  },
  {
    name: 'settings-refused',
    snapshot: 'one',
    widths: [480],
    act: async (page) => {
      await click(page, 'Settings');
      const startAtLogin = page.getByRole('switch', { name: 'Start at login' });
      await startAtLogin.click();
      await page.getByText('could not be switched on').first().waitFor();
      await expect(startAtLogin).not.toBeChecked();
    },
  },
];
