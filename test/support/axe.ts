import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export interface Violation {
  /** `minor`, `moderate`, `serious` or `critical`. */
  readonly impact: string;
  /** Which rule, and which elements. */
  readonly text: string;
}

/**
 * The accessibility rules that a page violates according to axe; ideally none. `rules` are added to the default ones.
 * Reports nothing else, and uses no page of its own as axe does by default: that takes three times as long, and
 * Playwright can't open one in Electron.
 */
export async function violationsOf(page: Page, rules: readonly string[] = []): Promise<readonly Violation[]> {
  const added = Object.fromEntries(rules.map((rule) => [rule, { enabled: true }]));
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], rules: added });
  return found(axe);
}

/** Those of the same rules that only depend on colours. */
export async function colourViolationsOf(page: Page): Promise<readonly Violation[]> {
  return found(new AxeBuilder({ page }).setLegacyMode().withRules(['color-contrast', 'link-in-text-block']));
}

async function found(axe: AxeBuilder): Promise<readonly Violation[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, impact, nodes }) => ({
    impact: impact ?? '',
    text: `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
  }));
}
