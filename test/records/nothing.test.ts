import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Coverage } from "../../src/release/schema.ts";
import { run } from "../../src/run.ts";
import { csv, goodRow, ingestFiles, ingestFolder, makeFolder, place } from "./programme-folder.ts";

const one = csv(goodRow("A-1"));
const none = place.replace(".csv", ".none");
const later = place.replace("04-10", "05-10");

test.each([
  ["nothing", ""],
  ["an empty line", "\r\n"],
  ["a byte order mark", "\uFEFF\n"],
])("an empty file says that there is nothing to report: %s", async (_, content) => {
  const { report, file, engine } = await ingestFiles({ [none]: content });
  expect(file()).toMatchObject({ state: "used", received: 0, accepted: 0, reasons: [] });
  expect(file().sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(report.totals.received).toBe(0);
  expect(
    await engine.rows("select kind, partner from submissions where kind = 'incidents'"),
  ).toEqual([{ kind: "incidents", partner: "harbour" }]);
  expect(await engine.rows("select count(*) as n from incidents")).toEqual([{ n: 0 }]);
});

test("its months are silent to auditors, and reported to all others: one kind is no proof of none", async () => {
  const lantern = place.replace("harbour", "lantern");
  const data = await makeFolder({ [lantern]: one, [none]: "" });
  const releases = join(data, "releases");
  await run({ data, releases, tier: "all", threads: 2 });
  const statesIn = async (tier: string): Promise<(string | undefined)[]> => {
    const text = await readFile(join(releases, "2026-q2", tier, "coverage.json"), "utf8");
    const all = (JSON.parse(text) as Coverage[]).filter(({ kind }) => kind === "incidents");
    return ["2026-01", "2026-03", "2026-04"].map(
      (month) => all.find((each) => each.partner === "harbour" && each.month === month)?.state,
    );
  };
  expect(await statesIn("auditor")).toEqual(["silent", "silent", "missing"]);
  expect(await statesIn("public")).toEqual(["reported", "reported", "missing"]);
}, 60_000);

test("it stands beside files of others, and is replaced by a later file of its own", async () => {
  const { file, engine } = await ingestFiles({
    ...{ [none]: "", [later]: csv(goodRow("A-1"), goodRow("A-2")) },
    [place.replace("harbour", "lantern").replace(".csv", ".none")]: "",
  });
  expect(file(none).state).toBe("replaced");
  expect(file(later)).toMatchObject({ state: "used", accepted: 2 });
  expect(
    await engine.rows("select count(*) as n from submissions where kind = 'incidents'"),
  ).toEqual([{ n: 2 }]);
});

test("one that is not empty is refused, and one beside a file of the same day stops everything", async () => {
  const { file } = await ingestFiles({ [none]: one });
  expect(file()).toMatchObject({ state: "refused" });
  expect(file().problem).toMatch(/says that there is nothing to report, and it is not empty/);
  const dir = await makeFolder({ [none]: "", [place]: one });
  await expect(ingestFolder(dir)).rejects.toThrow(/incidents@2026-04-10\.none/);
});
