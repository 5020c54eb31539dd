import type { Locator } from '@playwright/test';

/**
 * Clicks a button that quits the app, which may end before it responds. Throws if the click fails for another reason.
 */
export async function lastClick(button: Locator): Promise<void> {
  await button.click().catch((error: Error) => {
    if (!error.message.includes('has been closed')) throw error;
  });
}
