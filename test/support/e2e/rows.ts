import type { Locator, Page } from '@playwright/test';

/** Resolves to a printer with everything the list shows of it: with several printers its row is expanded first. */
export async function unfolded(window: Page, name: string): Promise<Locator> {
  const article = window.getByRole('article', { name, exact: true });
  await article.waitFor();
  const folded = article.getByRole('button', { expanded: false });
  if ((await folded.count()) > 0) await folded.click();
  return article;
}
