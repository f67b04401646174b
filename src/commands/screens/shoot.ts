/** Takes pictures of a screen at every size, light and dark, and keeps them in docs/screens. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { DESKTOP, PHONE, SMALL_TABLET, TABLET, type Viewport } from '../../../e2e/harness/tablet.ts';

export const SCREENS_FOLDER = fileURLToPath(new URL('../../../docs/screens', import.meta.url));

interface Size {
  readonly name: string;
  readonly viewport: Viewport;
}

const TILL_SIZES: readonly Size[] = [
  { name: 'tablet', viewport: TABLET },
  { name: 'small-tablet', viewport: SMALL_TABLET },
  { name: 'phone', viewport: PHONE },
  { name: 'desktop', viewport: DESKTOP },
];
/** The office is worked at a desk: there the walk goes on. */
export const OFFICE_SIZES: readonly Size[] = TILL_SIZES.toReversed();
const SCHEMES = ['light', 'dark'] as const;

/** Screens named after the command are the only ones taken; all are walked through. */
const wanted = process.argv.slice(2);

/** @param showing brings what matters into sight, at each size anew. */
export async function shoot(
  page: Page,
  screen: string,
  sizes: readonly Size[] = TILL_SIZES,
  showing?: () => Promise<void>,
): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(screen)) return;
  // A sheet that is still coming would be taken where it comes from; one with a field waits, unseen, for a keyboard.
  await expect(page.locator('[data-entering], .sheet-veil[style*="clip-path"]')).toHaveCount(0);
  for (const { name, viewport } of sizes) {
    await page.setViewportSize(viewport);
    await showing?.();
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const path = join(SCREENS_FOLDER, `${screen}-${name}-${colorScheme}.png`);
      await page.screenshot({ path, animations: 'disabled' });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(sizes[0]?.viewport ?? TABLET);
  console.log(`  ${screen}`);
}
