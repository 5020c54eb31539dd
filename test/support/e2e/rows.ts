import type { Locator, Page } from '@playwright/test';

/** A printer with everything that the list shows of it: among several its row is unfolded, if it is not already. */
export async function unfolded(window: Page, name: string): Promise<Locator> {
  const article = window.getByRole('article', { name, exact: true });
  await article.waitFor();
  const folded = article.getByRole('button', { expanded: false });
  if ((await folded.count()) > 0) await folded.click();
  return article;
}
