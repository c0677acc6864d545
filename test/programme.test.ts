import { expect, test } from "vitest";
import { readProgramme } from "../src/programme.ts";
import { makeFolder, programmeYaml } from "./records/programme-folder.ts";

/** The sentence for programme.yaml with one text put in place of another. */
async function faultOf(before: string, after: string): Promise<string> {
  expect(programmeYaml).toContain(before);
  const dir = await makeFolder({}, programmeYaml.replace(before, after));
  return readProgramme(dir).then(
    () => "no fault",
    (error: unknown) => (error as Error).message.replace(/^.*programme\.yaml/, "programme.yaml"),
  );
}

test("the sample's programme.yaml is read", async () => {
  const programme = await readProgramme("data/sample");
  expect(programme).toMatchObject({ id: "meridian", currency: "EUR", starts: "2024-10" });
  expect(programme.partners).toHaveLength(9);
  expect(programme.releases.at(-1)).toMatchObject({ id: "2026-q3", cutOff: "2026-09-30" });
});

test.each([
  ["partners:", "partnres:", "programme.yaml:9:1: partnres: did you mean partners?"],
  ["starts: 2025-01", "start: 2025-01", "programme.yaml:7:3: start: did you mean starts?"],
  ["HP,", "HP], cdoes: [", "programme.yaml:10:95: cdoes: did you mean codes?"],
  [
    "sector: intelligence",
    "sector: inteligence",
    "programme.yaml:11:43: partners[2].sector is not known: did you mean intelligence?",
  ],
  [
    "starts: 2025-01",
    "starts: January",
    "programme.yaml:7:3: programme.starts is a month, such as 2024-10",
  ],
  ["  currency: EUR\n", "", "programme.yaml:1:1: programme.currency is missing"],
  ["id: test", "id: 7", "programme.yaml:2:3: programme.id is a text; put it in quotes"],
  [
    "published: 2026-07-31",
    "published: 2026-07-32",
    "programme.yaml:15:62: releases[1].published is not a day of the calendar",
  ],
  [
    "published: 2026-07-31",
    "published: 2026-05-31",
    "programme.yaml:15:62: releases[1].published is before cut_off",
  ],
  [
    "incidents: own",
    "incidents: onw",
    "programme.yaml:11:92: partners[2].mappings.incidents is not in mappings",
  ],
  ["region: coast, codes", "region: shore, codes", /partners\[1\]\.region is not in regions/],
  ["id: lantern", "id: harbour", /partners\[2\] has a name or code that harbour has too/],
])("%j written as %j is told with its place", async (before, after, sentence) => {
  const message = await faultOf(before, after);
  if (typeof sentence === "string") expect(message).toBe(sentence);
  else expect(message).toMatch(sentence);
});

test("what is not YAML is told with its place", async () => {
  expect(await faultOf("regions: { coast: Coast }", "regions: { coast: Coast")).toMatch(
    /^programme\.yaml:\d+:\d+: this is not YAML/,
  );
});

test("a folder without programme.yaml is told with what to do", async () => {
  await expect(readProgramme("/nowhere")).rejects.toMatchObject({
    name: "Problem",
    code: "no_programme",
  });
});
