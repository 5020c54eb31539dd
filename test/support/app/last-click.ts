import type { Locator } from '@playwright/test';

/** Clicks what ends the app, which may be gone before it could answer. Throws where the click failed for another reason. */
export async function lastClick(button: Locator): Promise<void> {
  await button.click().catch((error: Error) => {
    if (!error.message.includes('has been closed')) throw error;
  });
}
