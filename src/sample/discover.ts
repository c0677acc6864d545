import { readdir } from "node:fs/promises";
import type { SampleKind } from "./kind.ts";

const folder = new URL("kinds/", import.meta.url);

/** Every kind in src/sample/kinds, ordered by name: adding one is adding its two files. */
export async function discoverSampleKinds(): Promise<SampleKind[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts")).sort();
  return await Promise.all(
    names.map(async (name) => {
      const module = (await import(new URL(name, folder).href)) as { default: SampleKind };
      return module.default;
    }),
  );
}

/** How many records these kinds have together at the default size. */
export function sumRecords(kinds: readonly SampleKind[]): number {
  return kinds.reduce((sum, { records }) => sum + records, 0);
}
