import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Manifest } from "./release/schema.ts";

const file = join(import.meta.dirname, "../package.json");
const named = z.object({ name: z.string(), version: z.string() });

/** The program's name and version, as package.json says them; releases bear them too. */
export async function readSoftware(): Promise<Manifest["software"]> {
  return named.parse(JSON.parse(await readFile(file, "utf8")));
}
