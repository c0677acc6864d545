import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { listFiles } from "../../src/release/files.ts";
import { copySample } from "../few-kinds.ts";
import { publishSample } from "../signed-sample.ts";

test("another number of threads and another folder give the same bytes of releases, log, site and PDFs", async () => {
  const { keys } = inject("sample");
  const folder = await mkdtemp(join(tmpdir(), "plumbline-again-"));
  const data = join(folder, "data");
  await copySample(data, ["complaints", "reviews"]);
  const once = await publishSample(join(folder, "once"), keys, 1, data);
  const again = await publishSample(join(folder, "again"), keys, 2, data);
  const list = async (path: string) =>
    (await listFiles(path)).map(({ path: name, sha256 }) => `${sha256} ${name}`);
  const site = await list(again.site);
  expect(site.filter((line) => line.endsWith(".pdf"))).toHaveLength(4);
  expect(site).toEqual(await list(once.site));
  expect(await list(again.releases)).toEqual(await list(once.releases));
  await rm(folder, { recursive: true });
}, 300_000);
