import { basename, join } from "node:path";
import { beforeAll, expect, inject, test } from "vitest";
import { drawBelow, seedRandom } from "../../src/disclosure/rounding/random.ts";
import { Problem } from "../../src/problem.ts";
import { borrowAnchor, type Anchor } from "../../src/verify/anchor.ts";
import type { Check } from "../../src/verify/check.ts";
import { openFolder } from "../../src/verify/folder.ts";
import { verifyRelease } from "../../src/verify/release.ts";
import { verifySite } from "../../src/verify/site.ts";
import { verifyLog } from "../../src/verify/whole-log.ts";
import { isHeavy } from "../few-kinds.ts";
import { placeOf, readAll, replaced, type Files } from "./memory.ts";

let site: Files;
let release: Files;
let log: Files;
let anchor: Anchor;

beforeAll(async () => {
  const sample = inject("sample");
  site = await readAll(sample.site);
  release = await readAll(sample.newest);
  log = await readAll(join(sample.releases, "log"));
  // A reader brings their own policy; the copy beside a log is a file of the site, and checked there.
  log = replaced(log, { policy: undefined });
  const [logPlace, keys] = ["log", "keys"].map((name) => openFolder(join(sample.releases, name)));
  anchor = (await borrowAnchor(logPlace!, keys!))!;
});

/** Not asked here: every byte is already to be found by what it is a file of. */
const recompute = () => Promise.resolve("not asked");

const targets = {
  "the site": {
    files: () => site,
    verify: (files: Files) => verifySite(placeOf(files), { anchor: undefined, recompute }),
  },
  "a release": {
    files: () => release,
    verify: (files: Files) => verifyRelease(placeOf(files), { anchor, recompute }),
  },
  "the log": {
    files: () => log,
    verify: (files: Files) => verifyLog(placeOf(files), anchor),
  },
};

/** The first fault that is found, as a reader of the command is told; undefined for none. */
async function findFault(checks: AsyncGenerator<Check, unknown>): Promise<string | undefined> {
  try {
    for await (const { faults } of checks) if (faults.length > 0) return faults.join(" ");
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}

test.each(Object.entries(targets))(
  "%s as it was published has no fault",
  async (_, { files, verify }) => {
    expect(await findFault(verify(files()))).toBeUndefined();
  },
  60_000,
);

test("one changed byte in any file of a site, a release or the log is found, and the file named", async () => {
  const random = seedRandom(20261124);
  let flips = 0;
  for (const [name, { files, verify }] of Object.entries(targets)) {
    for (const [path, bytes] of drawFiles(files())) {
      const offset = drawBelow(random, bytes.length);
      const changed = bytes.slice();
      changed[offset]! ^= 1 + drawBelow(random, 255);
      const fault = await findFault(verify(replaced(files(), { [path]: changed })));
      expect(fault, `${name}: byte ${offset} of ${path}`).toBeDefined();
      flips += 1;
    }
  }
  expect(flips).toBeGreaterThan(isHeavy ? 2500 : 250);
}, 600_000);

/**
 * Files that are not empty: of those that have the same name in many folders, as each indicator has
 * its figures.csv, two that are drawn; `npm run test:heavy` takes all.
 */
function drawFiles(files: Files): [string, Uint8Array][] {
  const random = seedRandom(20261125);
  const alike = Map.groupBy(
    [...files].filter(([, bytes]) => bytes.length > 0),
    ([path]) => basename(path),
  );
  return [...alike.values()].flatMap((own) => {
    if (isHeavy || own.length < 3) return own;
    const at = drawBelow(random, own.length);
    return [own[at]!, own[(at + 1 + drawBelow(random, own.length - 1)) % own.length]!];
  });
}

test("one changed byte in a listed file is named by its place and by what it was", async () => {
  const path = "releases/2026-q3/files/indicators/alert-to-action/figures.csv";
  const changed = site.get(path)!.slice();
  changed[1234]! ^= 1;
  const [is, was] = [changed[1234]!, site.get(path)![1234]!].map((byte) => byte.toString(16));
  const fault = await findFault(targets["the site"].verify(replaced(site, { [path]: changed })));
  expect(fault).toBe(`${path} was changed: byte 1,234 is 0x${is!} and was 0x${was!}.`);
});

test("a file that is missing and one that nobody published are named", async () => {
  const gone = replaced(site, { "icon.svg": undefined });
  expect(await findFault(targets["the site"].verify(gone))).toBe("icon.svg is missing.");
  const added = replaced(site, { "extra.html": new Uint8Array(1) });
  expect(await findFault(targets["the site"].verify(added))).toBe(
    "extra.html is there and is not among the files that were published.",
  );
});
