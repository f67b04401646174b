// Holds a screen against the rules of accessibility that a machine can check (axe-core: WCAG 2.2 A and AA).
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** React Aria's: what it has said stays there for a moment, naming a progress bar that has gone. */
const ANNOUNCER = '[data-live-announcer]';

export async function expectAccessible(page: Page): Promise<void> {
  const builder = new AxeBuilder({ page }).withTags(TAGS).exclude(ANNOUNCER);
  const { violations } = await builder.analyze();
  const told = violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ')) }));
  expect(told).toEqual([]);
}
