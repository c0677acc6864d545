import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core"), "utf8");

/** Every rule of WCAG up to 2.2 AA, and what is good practice beside it. */
export const wcagTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

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
