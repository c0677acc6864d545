import { input } from "plumbline:input";
import { readRelease, type Release, type Sibling } from "../../release/read.ts";

/** A release in a more public tier; `shown` where it could be read. */
export interface ReadSibling extends Sibling {
  readonly shown: Release | undefined;
}

const read: readonly ReadSibling[] = await Promise.all(
  input.siblings.map(async (sibling) => ({
    ...sibling,
    shown: sibling.state === "made" ? await readRelease(sibling.folder) : undefined,
  })),
);

/** What became of a release in the more public tiers, sponsors first; none but for auditors. */
export function siblingsOf({ about }: Pick<Release, "about">): readonly ReadSibling[] {
  return read.filter(({ release }) => release === about.release.id);
}
