import type { Sibling } from "../release/read.ts";
import type { TierName } from "../release/schema.ts";

/** What a build shows, and for whom: written once and passed as a value. */
export interface SiteInput {
  readonly folders: readonly string[];
  readonly tier: TierName;
  /** The path under which the site is served. */
  readonly base: string;
  /** The same releases in the more public tiers; only for readers who may know them all. */
  readonly siblings: readonly Sibling[];
}

interface InputPlugin {
  readonly name: string;
  resolveId(id: string): string | undefined;
  load(id: string): string | undefined;
}

const id = "plumbline:input";

/** Hands the input to the pages as the module `plumbline:input`; no page reads an environment. */
export function siteInput(input: SiteInput): InputPlugin {
  return {
    name: "plumbline-input",
    resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
    load: (asked) =>
      asked === `\0${id}` ? `export const input = ${JSON.stringify(input)};` : undefined,
  };
}
