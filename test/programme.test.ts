import { expect, test } from "vitest";
import { discoverKnown } from "../src/known.ts";
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
  expect(programme.partners).toHaveLength(10);
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
    "programme.yaml:7:3: programme.starts is a month from 1990 to 2099, such as 2024-10",
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
    "cut_off: 2026-06-30",
    "cut_off: 2026-06-15",
    "programme.yaml:15:41: releases[1].cut_off is not the last day of a month",
  ],
  ["starts: 2025-01", "starts: 2026-07", /releases\[1\]\.cut_off is before programme\.starts/],
  ["coast: Coast }", "coast: Coast, coast: Shore }", /this key is there twice/],
  [
    "incidents: own",
    "incidents: onw",
    "programme.yaml:11:92: partners[2].mappings.incidents is not in mappings: did you mean own?",
  ],
  ["region: coast, codes", "region: shore, codes", /partners\[1\]\.region is not in regions/],
  ["id: lantern", "id: harbour", /partners\[2\] has a name or code that harbour has too/],
])("%j written as %j is told with its place", async (before, after, sentence) => {
  const message = await faultOf(before, after);
  if (typeof sentence === "string") expect(message).toBe(sentence);
  else expect(message).toMatch(sentence);
});

test.each([
  [
    "limits: { alerts-acted-in-tmie: 360 }",
    /limits\.alerts-acted-in-tmie .* did you mean alerts-acted-in-time\?/,
  ],
  ["limits: { complaints-upheld: 3 }", /names no indicator that has a limit/],
  ["limits: { alerts-acted-in-time: 359.5 }", /is a whole number/],
  ["limits: { alerts-acted-in-time: -5 }", /is at least 0/],
  [
    "events: [{ month: 2026-01, kind: method, title: A form, indicators: [alerts-acted-in-tmie] }]",
    /events\[1\]\.indicators names no indicator: did you mean alerts-acted-in-time\?/,
  ],
  [
    "events: [{ month: 2026-01, kind: leadership, title: A chair, indicators: all }]",
    /events\[1\]\.indicators is for a change of method only/,
  ],
])("%s is told with its place", async (limits, sentence) => {
  const dir = await makeFolder({}, programmeYaml.replace("mappings:\n", `${limits}\nmappings:\n`));
  await expect(readProgramme(dir, await discoverKnown())).rejects.toThrow(sentence);
});

test("a mapping for a record kind that does not exist is told", async () => {
  const dir = await makeFolder({}, programmeYaml.replace("{ incidents: own", "{ incident: own"));
  await expect(readProgramme(dir, await discoverKnown())).rejects.toThrow(
    /partners\[2\]\.mappings\.incident names no record kind: did you mean incidents\?/,
  );
});

test.each([
  ["empty", ""],
  ["a list", "- a\n"],
  ["text", "text\n"],
])("a file that is %s is told to be made of keys", async (_, text) => {
  const dir = await makeFolder({ "programme.yaml": text }, text);
  await expect(readProgramme(dir)).rejects.toThrow(/the file is made of keys/);
});

test("a file that is not UTF-8 is told to be saved anew", async () => {
  const dir = await makeFolder({ "programme.yaml": Buffer.from(programmeYaml, "utf16le") });
  await expect(readProgramme(dir)).rejects.toThrow(/not a text in UTF-8/);
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
