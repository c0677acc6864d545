import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openPage, type WatchedPage } from "../browser/browser.ts";

/** The workbench as a reader has it before them. */
export interface OpenWorkbench extends WatchedPage {
  /** Paths that were asked for, by the page and by its worker. */
  readonly asked: string[];
  /** Puts SQL into the editor, runs it and waits; what the page then says. */
  readonly run: (sql: string) => Promise<string>;
  /** The cells of the first row of the result. */
  readonly firstRow: () => Promise<string[]>;
}

export async function openWorkbench(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
  hash = "",
): Promise<OpenWorkbench> {
  const opened = await openPage(browser, origin, "/404.html", options);
  const { page } = opened;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${origin}/workbench/${hash}`);
  await page.waitForSelector("#loading", { state: "hidden", timeout: 60_000 });
  return {
    ...{ ...opened, asked },
    run: async (sql) => {
      await page.fill("#sql", sql);
      await page.click("#run");
      return waitForAnswer(page);
    },
    firstRow: () => page.locator("#result tbody tr:first-child td").allInnerTexts(),
  };
}

/** What the page says when nothing runs any more. */
export async function waitForAnswer(page: Page): Promise<string> {
  await page.waitForSelector('#run[aria-disabled="false"]', { timeout: 60_000 });
  return page.innerText("#said");
}
