// A window of any engine, worked as a person does: by roles and by what is read there.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import type { EngineDriver } from './engine-driver.ts';

/** Finds elements by role and accessible name in the page itself, the same way in every engine. */
const QUERIES = readFileSync(
  createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
  'utf8',
);
const SEEN_MS_MAX = 60_000;

type Name = string | RegExp;

export interface EnginePage {
  see(role: string, name: Name): Promise<void>;
  tap(role: string, name: Name): Promise<void>;
  /** Written over whatever the field holds. */
  fill(role: string, name: Name, text: string): Promise<void>;
  /** All that can be read. */
  text(): Promise<string>;
}

export function enginePage(driver: EngineDriver): EnginePage {
  async function ask(expression: string): Promise<unknown> {
    if ((await driver.evaluate('typeof TestingLibraryDom')) === 'undefined')
      await driver.evaluate(`(() => { ${QUERIES}; return null; })()`);
    return driver.evaluate(expression);
  }

  async function see(role: string, name: Name): Promise<void> {
    await expect
      .poll(() => ask(`${allByRole(role, name)}.length > 0`).catch(() => false), {
        message: `${role} “${String(name)}” is seen`,
        timeout: SEEN_MS_MAX,
      })
      .toBe(true);
  }

  async function tap(role: string, name: Name): Promise<void> {
    await see(role, name);
    // What still moves, or is covered by what moves away, refuses the tap.
    await expect(async () => {
      expect(await driver.tap(`${allByRole(role, name)}[0] ?? null`)).toBe(true);
    }).toPass({ timeout: SEEN_MS_MAX });
  }

  return {
    see,
    tap,
    fill: async (role, name, text) => {
      await see(role, name);
      await driver.evaluate(`${allByRole(role, name)}[0].select()`);
      await driver.typeKeys(text);
    },
    text: async () => String(await driver.evaluate('document.body.innerText')),
  };
}

/** An expression of those in sight; the library knows nothing of what lies inert behind a sheet. */
function allByRole(role: string, name: Name): string {
  const named = typeof name === 'string' ? JSON.stringify(name) : String(name);
  return `TestingLibraryDom.queryAllByRole(document.body, ${JSON.stringify(role)}, { name: ${named} }).filter((found) => found.getClientRects().length > 0 && found.closest('[inert]') === null)`;
}
