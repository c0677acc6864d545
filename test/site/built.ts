import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../..");
const command = `import { siteCommand } from "./src/site.ts";
await siteCommand().parseAsync(process.argv.slice(1), { from: "user" });`;

/** Runs `plumbline site` in a process of its own, as an operator does; returns what it said. */
export async function runSite(...flags: string[]): Promise<string> {
  const program = ["--input-type=module", "--eval", command, "--", ...flags];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root });
  return stdout;
}

/** A page of a built site, as the static checks read it. */
export interface BuiltPage {
  /** The file, from the site's folder: "indicators/alert-to-action/index.html". */
  readonly path: string;
  readonly html: string;
  readonly ids: readonly string[];
  /** Every address in `href`, `src` and `action`. */
  readonly links: readonly string[];
}

/** Every page of the site in `folder`; the releases' own files are no pages. */
export async function readPages(folder: string): Promise<BuiltPage[]> {
  const names = await readdir(folder, { recursive: true });
  const paths = names.filter((name) => name.endsWith(".html")).sort();
  return Promise.all(
    paths.map(async (path) => {
      const html = await readFile(join(folder, path), "utf8");
      return {
        path,
        html,
        ids: findAll(html, /\sid="([^"]*)"/g),
        links: findAll(html, /\s(?:href|src|action)="([^"]*)"/g),
      };
    }),
  );
}

/** The page with each number as text, without the link to its trace. */
export function withoutTraces(html: string): string {
  return html.replace(/<a class="trace"[^>]*>(.*?)<\/a>/gs, "$1");
}

/** The first group of every match. */
export function findAll(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1]!);
}

/** Why a link leads nowhere; undefined where it leads somewhere on the site or off it. */
export function findFault(
  link: string,
  page: BuiltPage,
  pages: readonly BuiltPage[],
  folder: string,
  base: string,
): string | undefined {
  if (link.startsWith("mailto:")) return undefined;
  const [address = "", anchor] = link.replaceAll("&#38;", "&").split("#");
  if (address !== "" && !address.startsWith(base)) return `${page.path}: ${link} leaves the base`;
  const path = address === "" ? page.path : toPath(address.slice(base.length));
  if (!existsSync(join(folder, path))) return `${page.path}: ${link} leads to no file`;
  const target = pages.find((one) => one.path === path);
  if (anchor !== undefined && !target?.ids.includes(anchor))
    return `${page.path}: ${link} leads to no anchor`;
  return undefined;
}

function toPath(address: string): string {
  const path = decodeURIComponent(address.split("?")[0]!);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}
