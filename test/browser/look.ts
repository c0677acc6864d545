import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import type { WatchedPage } from "./browser.ts";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core"), "utf8");

/** The windows that pages are looked at in. */
export const phone = { width: 360, height: 740 };
export const laptop = { width: 1280, height: 800 };

/** Every rule of WCAG up to 2.2 AA, and what is good practice beside it. */
export const wcagTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * All that is wrong with a page on a phone and a laptop, in light and dark: what axe finds, what sticks
 * out sideways, and what must not have happened.
 */
export async function findFlaws({ page, faults }: WatchedPage): Promise<string[]> {
  const flaws: string[] = [];
  for (const [name, viewport] of Object.entries({ phone, laptop })) {
    const note = (found: readonly string[]): void => {
      flaws.push(...found.map((flaw) => `on a ${name}: ${flaw}`));
    };
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: "light" });
    note(await findAxeViolations(page, wcagTags));
    if (await overflowsSideways(page)) note(["sticks out sideways"]);
    await page.emulateMedia({ colorScheme: "dark" });
    // What differs in the dark is colour.
    note(await findAxeViolations(page, ["cat.color"]));
  }
  return [...flaws, ...faults];
}

/** What axe finds on a page: the rule, and the first place that breaks it. */
export async function findAxeViolations(page: Page, tags: string[]): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (values) => {
    interface AxeNode {
      target: unknown[];
    }
    interface Axe {
      run(
        root: Document,
        options: object,
      ): Promise<{ violations: { id: string; nodes: AxeNode[] }[] }>;
    }
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values } });
    return violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes[0]?.target)}`);
  }, tags);
}

/** Whether a page is wider than its window. */
export function overflowsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
}
