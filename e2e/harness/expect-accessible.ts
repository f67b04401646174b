// Holds a screen against the rules of accessibility that a machine can check (axe-core: WCAG 2.2 A and AA).
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** React Aria's: what it has said stays there for a moment, naming a progress bar that has gone. */
const ANNOUNCER = '[data-live-announcer]';

export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
}

/** Each rule that is broken, and where. @param rules only these, such as what a change of colours can break */
export async function violationsOn(
  page: Page,
  rules?: readonly string[],
): Promise<{ id: string; at: string[] }[]> {
  // The way that opens no second page for each look: the till has no frames that would need it.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).exclude(ANNOUNCER);
  const asked = rules === undefined ? builder.withTags(TAGS) : builder.withRules([...rules]);
  const { violations } = await asked.analyze();
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }));
}
