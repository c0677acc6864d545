import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Bytes of a page and of every style, font, picture and script it names, each compressed. */
export async function weighPage(out: string, page: string, base: string): Promise<number> {
  const html = await readFile(join(out, page), "utf8");
  const named = html.matchAll(/(?:src|href)="([^"]+\.(?:css|js|woff2|svg|png))"/g);
  const paths = new Set([...named].map((match) => match[1]!.slice(base.replace(/\/$/, "").length)));
  let bytes = gzipSync(html).length;
  for (const path of paths) bytes += gzipSync(await readFile(join(out, path))).length;
  return bytes;
}
