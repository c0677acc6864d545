import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listFiles } from "../../src/release/files.ts";
import type { Coverage, Quality } from "../../src/release/schema.ts";
import { run } from "../../src/run.ts";

const programme = `programme:
  id: small
  name: Small Programme
  about: One partner, one kind of record, one month.
  synthetic: true
  currency: EUR
  starts: 2026-01
regions:
  coast: Coast
partners:
  - { id: harbour, name: Harbour Police, sector: law_enforcement, region: coast }
releases:
  - { id: r1, title: To the end of March 2026, cut_off: 2026-03-31, published: 2026-04-30 }
`;

const header =
  "complaint_id,right_engaged,channel,population_group,handling_route,received_on," +
  "acknowledged_on,decision,closed_on,remedy,review_asked_on,review_decision,review_decided_on";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-small-"));
  for (const complaints of [1, 4, 13, 17]) await publish(complaints);
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

/** A release of so many complaints, all of March and alike but for the days they took. */
async function publish(complaints: number): Promise<void> {
  const data = join(folder, String(complaints), "data");
  const submissions = join(data, "submissions/harbour/2026-01_2026-03");
  await mkdir(submissions, { recursive: true });
  await writeFile(join(data, "programme.yaml"), programme);
  const day = (from: number, at: number): string => `2026-03-${String(from + at).padStart(2, "0")}`;
  const rows = Array.from({ length: complaints }, (_, at) =>
    [
      ...[`c-${at}`, "integrity", "phone", "group_a", "formal", day(1, at % 9)],
      ...[day(11, at % 3), at % 2 === 0 ? "upheld" : "not_upheld", day(15, at % 9), "none,,,"],
    ].join(","),
  );
  await writeFile(join(submissions, "complaints@2026-04-05.csv"), [header, ...rows, ""].join("\n"));
  await run({ data, releases: join(folder, String(complaints), "releases"), tier: "public" });
}

const place = (complaints: number, tier: string): string =>
  join(folder, String(complaints), "releases/r1", tier);

test.each([
  { one: 1, other: 4, tier: "public" },
  { one: 13, other: 17, tier: "public" },
  { one: 13, other: 17, tier: "sponsor" },
])(
  "$one and $other complaints of one partner and month give the same bytes in the $tier tier",
  async ({ one, other, tier }) => {
    const [was, is] = await Promise.all([one, other].map((n) => listFiles(place(n, tier))));
    expect(was!.length).toBeGreaterThan(100);
    expect(is).toEqual(was);
  },
);

test.each(["public", "sponsor"])(
  "whether a partner’s only kind has a record in a month is not told in the %s tier",
  async (tier) => {
    const rows = JSON.parse(
      await readFile(join(place(13, tier), "coverage.json"), "utf8"),
    ) as Coverage[];
    expect(rows.map(({ month, state }) => [month, state])).toEqual([
      ["2026-01", "reported"],
      ["2026-02", "reported"],
      ["2026-03", "reported"],
    ]);
  },
);

test("how many rows of a programme’s only kind were refused is not told, nor that none was", async () => {
  const rows = JSON.parse(
    await readFile(join(place(13, "sponsor"), "quality.json"), "utf8"),
  ) as Quality[];
  for (const { quarantined, repeats, reasons } of rows) {
    expect([quarantined.status, repeats.status, reasons]).toEqual(["withheld", "withheld", []]);
  }
});
