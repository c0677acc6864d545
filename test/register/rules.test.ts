import { expect, test } from "vitest";
import { readProgramme } from "../../src/programme.ts";
import { surveyGround } from "../../src/register/ground.ts";
import { readRegister } from "../../src/register/read.ts";
import { audit, digest, faultOf, finding, readFrom, second } from "./register-folder.ts";

/** The sentence for a finding with one text put in place of another. */
function faultWith(before: string, after: string): Promise<string> {
  expect(finding).toContain(before);
  return faultOf({ "register/F-1.yaml": finding.replace(before, after) });
}

test("a register without a fault is read, and the sample's is one", async () => {
  const { register } = await readFrom({ "register/F-2.yaml": second });
  expect(register.findings.map((file) => file.finding.id)).toEqual(["F-1", "F-2"]);
  const sample = await readProgramme("data/sample");
  const own = await readRegister(sample, await surveyGround(sample));
  expect(own!.findings.length).toBeGreaterThanOrEqual(8);
  expect(own!.findings.flatMap((file) => file.recommendations).length).toBeGreaterThanOrEqual(15);
});

test.each([
  [
    "is a text",
    "id: F-1",
    "id: 1",
    "register/F-1.yaml:2:3: finding.id is a text; put it in quotes",
  ],
  ["has known keys", "effect:", "efect:", "register/F-1.yaml:10:3: efect: did you mean effect?"],
  ["has a grade", "grade: major", "grade: majr", "did you mean major?"],
  ["belongs to a release", "release: 2026-q1", "release: 2026-q9", "finding.release is no release"],
  ["answers a question", "objective: speed", "objective: sped", "did you mean speed?"],
  ["is held against something", "criteria: [C1]", "criteria: []", "names no criterion"],
  ["is held against a known criterion", "criteria: [C1]", "criteria: [C9]", "is not in criteria"],
])("a finding %s", async (_, before, after, sentence) => {
  expect(await faultWith(before, after)).toContain(sentence);
});

test("there is no finding without evidence", async () => {
  const bare = finding.replace(/ {2}evidence:\n.*\n/, "  evidence: []\n");
  expect(await faultOf({ "register/F-1.yaml": bare })).toBe(
    "register/F-1.yaml:13:3: finding.evidence holds no evidence: a finding needs at least one reference",
  );
});

test.each([
  ["indicator:alert-to-acton", "names no indicator: did you mean alert-to-action?"],
  ["partner:harbor", "names no partner: did you mean harbour?"],
  ["submission:harbour/2026-Q1/incidents@2026-04-11", "names no submitted file: did you mean"],
  ["quarantine:incidents/key_resued", "is refused: did you mean key_reused?"],
  ["quarantine:incident/key_reused", "names no record kind: did you mean incidents?"],
  [`document:${"cd".repeat(32)}`, "names no document of audit.yaml"],
  ["finding:F-9", "names no finding of the register"],
  ["figure:2026-q1/alert-to-action/year", "has not the form figure:<release>/<indicator>/"],
  ["figure:2026-q7/alert-to-action/year/x/median", "names no release of programme.yaml"],
  ["figure:2026-q1/alert-to-action/year/x/medan", "names no statistic of alert-to-action"],
  [
    "figure:2026-q2/alert-to-action/year/x/median",
    "names a figure of 2026-q2, which was not published on 2026-04-30",
  ],
  ["page 7", "has none of the forms figure:<release>/<indicator>/"],
])("evidence has to resolve: %s", async (reference, sentence) => {
  const fault = await faultWith('ref: "indicator:alert-to-action"', `ref: "${reference}"`);
  expect(fault).toMatch(/^register\/F-1\.yaml:14:9: finding\.evidence\[1\]\.ref /);
  expect(fault).toContain(sentence);
});

test.each([
  "partner:harbour",
  "submission:harbour/2026-Q1/incidents@2026-04-10",
  "quarantine:incidents/key_reused",
  `document:${digest}`,
  "figure:2026-q1/disruptions-by-grade/quarter,grade/2026-Q1,major/count",
])("evidence that resolves is taken: %s", async (reference) => {
  const other = finding.replace('ref: "indicator:alert-to-action"', `ref: "${reference}"`);
  expect(await faultOf({ "register/F-1.yaml": other })).toBe("no fault");
});

test("a finding bears on figures and indicators, on nothing else", async () => {
  const fault = await faultWith('["indicator:alert-to-action"]', '["partner:harbour"]');
  expect(fault).toContain("finding.affects[1] names no figure and no indicator");
});

test("there is no recommendation without a finding", async () => {
  const alone = finding.slice(finding.indexOf("recommendations:"));
  expect(await faultOf({ "register/F-1.yaml": alone })).toContain("finding is missing");
  const fault = await faultWith("    action:", "    also: [F-7]\n    action:");
  expect(fault).toContain("recommendations[1].also[1] is no finding");
});

const verified = (by: string, evidence = '[{ ref: "partner:harbour", shows: Seen }]'): string =>
  `is: implemented (verified), by: ${by}, evidence: ${evidence} }`;
const step = "is: in progress, by: harbour }";

test.each([
  ["the owner", verified("harbour"), "owns the recommendation: somebody else has to verify it"],
  ["nobody", "is: implemented (verified) }", "does not say by whom: add by"],
  ["a stranger", verified("inspecter"), "did you mean inspector?"],
  ["a claim that nobody made", "is: implemented (claimed) }", "does not say by whom: add by"],
  ["sight of nothing", verified("inspector", "[]"), "rests on nothing: add evidence"],
])("nothing is verified by %s", async (_, by, sentence) => {
  expect(await faultWith(step, by)).toContain(sentence);
});

test("somebody else can verify what was seen", async () => {
  const other = finding.replace(step, verified("inspector"));
  expect(await faultOf({ "register/F-1.yaml": other })).toBe("no fault");
});

test("who answered for the addressee cannot verify either", async () => {
  const other = finding
    .replace("2026-04-20, by: harbour", "2026-04-20, by: office")
    .replace(step, verified("office"));
  expect(await faultOf({ "register/F-1.yaml": other })).toContain("owns the recommendation");
});

test.each([
  ["due: 2026-06-15", "due: 2026-04-29", "is before the finding was published, 2026-04-30"],
  ["on: 2026-04-20", "on: 2026-03-30", "response.on is before the finding's cut-off, 2026-03-31"],
  ["on: 2026-05-01", "on: 2026-03-30", "status[1].on is before the finding's cut-off"],
  [step, `${step}\n      - { on: 2026-04-30, is: open }`, "status[2].on is before the step above"],
  [
    step,
    "is: rejected }\n      - { on: 2026-06-01, is: in progress }",
    "follows “rejected”, after which it can only be opened again",
  ],
])("days and steps are in order: %s", async (before, after, sentence) => {
  expect(await faultWith(before, after)).toContain(sentence);
});

test("an identifier stands for one finding or recommendation", async () => {
  expect(await faultOf({ "register/F-2.yaml": finding })).toBe(
    "register/F-2.yaml:2:3: finding.id is used in register/F-1.yaml too",
  );
  expect(await faultOf({ "register/F-2.yaml": second.replace("id: R-2", "id: R-1") })).toBe(
    "register/F-2.yaml:16:5: recommendations[1].id is used in register/F-1.yaml too",
  );
});

test("addressees are partners or bodies", async () => {
  expect(await faultWith("addressee: harbour", "addressee: harbor")).toContain(
    "addressee is neither a partner nor in bodies of audit.yaml: did you mean harbour?",
  );
  const doubled = audit.replace("office: Programme Office", "harbour: Programme Office");
  expect(await faultOf({ "register/audit.yaml": doubled })).toContain("is a partner");
});

test("a public finding refers to no finding that fewer may see", async () => {
  const restricted = second.replace("  grade:", "  restricted: sponsor\n  grade:");
  const citing = finding.replace('ref: "indicator:alert-to-action"', 'ref: "finding:F-2"');
  const files = { "register/F-1.yaml": citing, "register/F-2.yaml": restricted };
  expect(await faultOf(files)).toContain("fewer readers may see than this one");
  const both = citing.replace("  grade:", "  restricted: auditor\n  grade:");
  expect(await faultOf({ ...files, "register/F-1.yaml": both })).toBe("no fault");
});

test("a finding is public from a release on, or restricted, not both", async () => {
  const both = "  restricted: sponsor\n  public_from: 2026-q2\n  grade:";
  expect(await faultWith("  grade:", both)).toContain("contradicts restricted");
});

test("a register says who audits", async () => {
  const conclusion = audit.replace("release: 2026-q1", "release: 2026-q7");
  expect(await faultOf({ "register/audit.yaml": conclusion })).toContain(
    "conclusions[1].release is no release of programme.yaml",
  );
  const twice = audit.replace(
    "criteria:\n",
    "criteria:\n  - { id: C1, kind: law, title: A, says: B. }\n",
  );
  expect(await faultOf({ "register/audit.yaml": twice })).toContain("criteria[2] is there twice");
});
