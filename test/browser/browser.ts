import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import bundled from "@sparticuz/chromium";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

/** A Chromium of this machine where one is named or installed, else the one in the npm package. */
export async function launchBrowser(): Promise<Browser> {
  const installed = [process.env["CHROMIUM"], "/usr/bin/chromium"].find(
    (path) => path !== undefined && existsSync(path),
  );
  return chromium.launch({
    executablePath: installed ?? (await bundled.executablePath()),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
    headless: true,
  });
}

export interface WatchedPage {
  readonly page: Page;
  /** Everything that must not happen: errors, violations of the policy, requests elsewhere. */
  readonly faults: string[];
  /** What was fetched from the site, by path. */
  readonly fetched: Map<string, Buffer>;
  readonly close: () => Promise<void>;
}

/** Opens a page of the site and listens to all that it does. */
export async function openPage(
  browser: Browser,
  origin: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  const fetched = new Map<string, Buffer>();
  const bodies: Promise<void>[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) {
      faults.push(`request elsewhere: ${request.url()}`);
    }
  });
  page.on("response", (response) => {
    bodies.push(
      response.body().then(
        (body) => void fetched.set(new URL(response.url()).pathname, body),
        () => undefined,
      ),
    );
  });
  const explores = path.includes("/explore/") && options.javaScriptEnabled !== false;
  await page.goto(`${origin}${path}`, { waitUntil: explores ? "networkidle" : "load" });
  await Promise.all(bodies);
  return { page, faults, fetched, close: () => context.close() };
}

/** Bytes that a reader downloads for a page, each file compressed. */
export function weigh({ fetched }: WatchedPage): number {
  return [...fetched.values()].reduce((sum, body) => sum + gzipSync(body).length, 0);
}

/** The scripts that a page fetched. */
export function scripts({ fetched }: WatchedPage): string[] {
  return [...fetched.keys()].filter((path) => path.endsWith(".js"));
}
