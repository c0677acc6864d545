import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { mkdirSync, writeFileSync } from "node:fs";
import { writeReports } from "../../src/reports/write-reports.ts";
import { run } from "../../src/run.ts";
import { buildSite } from "../../src/site.ts";
import { concatBytes, encodeText, type Bytes } from "../../src/trust/bytes.ts";
import { throwAwayKeys } from "../../src/trust/keys/make-keys.ts";
import { makeTree } from "../../src/trust/log/memory-tree.ts";
import {
  hashLeaf,
  hashTree,
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from "../../src/trust/log/merkle.ts";
import { signReleases } from "../../src/trust/sign-releases.ts";
import { filledWidth, openTree, tilePath, tileWidth } from "../../src/trust/log/tiles.ts";
import { openFolder } from "../../src/verify/folder.ts";
import { verifyTarget } from "../../src/verify.ts";

/**
 * `node test/bench/proof.ts`: how long it takes to check what is published, each against what was
 * promised of it.
 */
const entries = 10_000;
const folder = await mkdtemp(join(tmpdir(), "plumbline-bench-"));
console.log("what                                             seconds    promised    ratio");
try {
  await measureSample();
  await measureLongLog();
} finally {
  await rm(folder, { recursive: true });
}

async function measureSample(): Promise<void> {
  const releases = join(folder, "releases");
  const results = await run({
    data: join(import.meta.dirname, "../../data/sample"),
    releases,
    tier: "public",
  });
  const keys = await throwAwayKeys(join(folder, "keys"));
  await signReleases(releases, keys);
  const tiers = ["public", "sponsor"];
  const folders = results.map((result) => dirname(result.folder));
  const all = folders.flatMap((release) => tiers.map((tier) => join(release, tier)));
  await measure(`reports of ${all.length} releases, as PDF`, 20, async () => {
    await writeReports(all, join(folder, "reports"));
  });
  const out = join(folder, "public");
  const releaseFolders = results.map((result) => result.folder);
  await buildSite({ releaseFolders, tier: "public", out, base: "/", keys });
  await measure("plumbline verify of the sample's whole site", 10, async () => {
    for await (const { part, name, faults } of verifyTarget(out, undefined)) {
      if (faults.length > 0) throw new Error(`${part} ${name}: ${faults.join(" ")}`);
    }
  });
}

async function measureLongLog(): Promise<void> {
  const tree = makeTree();
  const entryAt = (index: number): Bytes => encodeText(`release ${index}`);
  for (let at = 0; at < entries; at++) await tree.append(await hashLeaf(entryAt(at)));
  const log = join(folder, "log");
  for (let level = 0; tileWidth ** level <= entries; level++) {
    for (let index = 0; filledWidth(level, index, entries) > 0; index++) {
      const width = filledWidth(level, index, entries);
      const hashes = Array.from({ length: width }, (_, at) =>
        tree.readHash(level * 8, index * tileWidth + at),
      );
      const path = join(log, tilePath(level, index, width));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, concatBytes(...(await Promise.all(hashes))));
    }
  }
  const [root, half] = [await hashTree(tree.readHash, entries), entries / 2];
  const fromRoot = await hashTree(tree.readHash, half);
  const read: string[] = [];
  const place = openFolder(log);
  await measure(
    `inclusion and consistency, log of ${entries.toLocaleString("en")}`,
    1,
    async () => {
      const { readHash } = openTree((path) => {
        read.push(path);
        return place.read(path);
      }, entries);
      const [index, size] = [1234, entries];
      const proof = await proveInclusion(readHash, index, size);
      await verifyInclusion({ index, size, leaf: await hashLeaf(entryAt(index)), root, proof });
      const [from, to] = [half, entries];
      const grown = await proveConsistency(readHash, from, to);
      await verifyConsistency({ from, to, fromRoot, toRoot: root, proof: grown });
    },
  );
  console.log(`  which read ${new Set(read).size} of the log's tiles`);
}

async function measure(what: string, promised: number, act: () => Promise<void>): Promise<void> {
  const started = performance.now();
  await act();
  const seconds = (performance.now() - started) / 1000;
  const [spent, ratio] = [seconds.toFixed(2), (seconds / promised).toFixed(3)];
  console.log(
    `${what.padEnd(47)}${spent.padStart(9)}${String(promised).padStart(12)}${ratio.padStart(9)}`,
  );
}
