import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../src/run.ts";
import { readRelease, type Release } from "../../src/release/read.ts";
import { buildSite } from "../../src/site.ts";
import { plumbline } from "../command.ts";
import { startWithSecond } from "../few-kinds.ts";

/** A small auditors' site that has every measure on it. */
export interface AuditorSite {
  readonly folder: string;
  readonly release: Release;
  readonly remove: () => Promise<void>;
}

const kinds = ["incidents", "disruptions", "predictions", "complaints", "surveys", "funding"];

export async function makeAuditorSite(): Promise<AuditorSite> {
  const root = await mkdtemp(join(tmpdir(), "plumbline-workbench-"));
  const [data, releases, folder] = ["data", "releases", "site"].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  await plumbline(["sample", "--kinds", kinds.join(), "--records", "6000", "--out", data]);
  await startWithSecond(data);
  const made = await run({ data, releases, tier: "auditor", only: "2026-q3" });
  const releaseFolders = made.map((result) => result.folder);
  await buildSite({ releaseFolders, tier: "auditor", out: folder, base: "/" });
  const release = await readRelease(releaseFolders.at(-1)!);
  return { folder, release, remove: () => rm(root, { recursive: true, force: true }) };
}
