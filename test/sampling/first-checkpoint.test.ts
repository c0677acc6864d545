import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseCheckpoint } from "../../src/sampling/checkpoint.ts";
import { checkIsFirst } from "../../src/sampling/first-checkpoint.ts";
import { signReleases } from "../../src/trust/sign-releases.ts";
import { makeReleases, testKeys } from "../trust/programme.ts";
import { checkpointText } from "./desk.ts";

test("a sample is drawn with the first checkpoint that logs the release, and with no other", async () => {
  const releases = await makeReleases();
  // Entries 0 and 1 are the tiers of the first release, entry 2 is the second release.
  await signReleases(releases, testKeys);
  const check = async (release: string, size: number): Promise<void> => {
    const text = await readFile(join(releases, "log", `checkpoint.${size}`), "utf8");
    await checkIsFirst(releases, release, parseCheckpoint(text, ""));
  };
  await check("2026-q2", 1);
  await expect(check("2026-q2", 2)).rejects.toThrow(/in an earlier checkpoint .*: checkpoint\.1\./);
  await expect(check("2026-q2", 3)).rejects.toThrow(/in an earlier checkpoint .*: checkpoint\.1\./);
  await check("2026-q3", 3);
  await expect(check("2026-q3", 2)).rejects.toThrow(/2026-q3 is not in the log as this checkpoint/);
  const other = checkIsFirst(releases, "2026-q2", parseCheckpoint(checkpointText(1), ""));
  await expect(other).rejects.toThrow(/is of another log than test\.example\/releases/);
});

test("of a release that nobody has signed a checkpoint tells nothing", async () => {
  const releases = await makeReleases();
  const checkpoint = parseCheckpoint(checkpointText(9), "");
  await expect(checkIsFirst(releases, "2026-q2", checkpoint)).resolves.toBeUndefined();
});
