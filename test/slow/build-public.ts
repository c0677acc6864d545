import { readFile } from "node:fs/promises";
import { buildSite } from "../../src/site.ts";

/** Builds the public site of the release folders given, then tries to read a file it may not. */
const [out, secret, ...releaseFolders] = process.argv.slice(2) as [string, string, ...string[]];
const { pages } = await buildSite({ releaseFolders, tier: "public", out, base: "/" });
const read = await readFile(secret).then(
  () => "read",
  (error: unknown) => (error as NodeJS.ErrnoException).code,
);
console.log(JSON.stringify({ pages, secret: read }));
