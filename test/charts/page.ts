import chromium from "@sparticuz/chromium";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { chromium as browserType, type Browser } from "playwright-core";
import { build } from "vite";

/** A page that is built, served under a strict policy and open in a browser. */
export interface ServedPage {
  readonly url: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
].join("; ");

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Builds the page in `root` and serves it with a policy that allows no inline code or style. */
export async function servePage(root: string): Promise<ServedPage> {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-page-"));
  const output = { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 5000 };
  await build({ root, configFile: false, logLevel: "warn", base: "./", build: output });
  const server = createServer((request, response) => {
    const path = new URL(request.url!, "http://localhost").pathname;
    const file = path.endsWith("/") ? "index.html" : path;
    readFile(join(folder, file)).then(
      (bytes) =>
        response
          .writeHead(200, {
            "content-type": types[extname(file)] ?? "application/octet-stream",
            "content-security-policy": policy,
          })
          .end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const browser = await browserType.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    browser,
    async close() {
      await browser.close();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
