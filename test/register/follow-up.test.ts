import fc from "fast-check";
import { expect, test } from "vitest";
import { publishRegister } from "../../src/register/publish.ts";
import { statuses, type Recommendation } from "../../src/register/schema.ts";
import { standingAt } from "../../src/register/status.ts";
import type { TierName } from "../../src/release/schema.ts";
import { finding, readFrom, second, type Read } from "./register-folder.ts";

const due = (status: Recommendation["status"]): Recommendation => ({
  id: "R-1",
  also: [],
  action: "Act.",
  addressee: "harbour",
  due: "2026-06-15",
  priority: "high",
  status,
});
const step = (on: string, is: Recommendation["status"][number]["is"]) => ({ on, is, evidence: [] });

test.each([
  ["on the due day it is not late", "2026-06-15", [], false],
  ["a day after it is", "2026-06-16", [], true],
  ["work in progress is late too", "2026-06-30", [step("2026-05-01", "in progress")], true],
  ["a claim ends the delay", "2026-06-30", [step("2026-06-29", "implemented (claimed)")], false],
  [
    "a claim after the day does not count",
    "2026-06-30",
    [step("2026-07-01", "implemented (claimed)")],
    true,
  ],
  ["what is rejected is not late", "2026-06-30", [step("2026-05-01", "rejected")], false],
  [
    "what is opened again is late",
    "2026-06-30",
    [step("2026-05-01", "closed unverified"), step("2026-06-20", "open")],
    true,
  ],
] as const)("%s", (_, day, steps, overdue) => {
  expect(standingAt(due([...steps]), day).overdue).toBe(overdue);
});

function publish({ programme, register }: Read, release: string, tier: TierName = "public") {
  const own = programme.releases.find(({ id }) => id === release)!;
  return publishRegister(register, { programme, release: own, tier, figures: [] });
}

test("each release shows what was found by then, as it stood at its cut-off", async () => {
  const later = second
    .replace("2026-q1", "2026-q2")
    .replace("2026-06-15", "2026-12-31")
    .replace("2026-04-20", "2026-07-20")
    .replace("2026-05-01", "2026-08-01");
  const read = await readFrom({ "register/F-2.yaml": later });
  const first = publish(read, "2026-q1");
  expect(first.findings.map(({ id }) => id)).toEqual(["F-1"]);
  expect(first.recommendations[0]).toMatchObject({ status: "open", overdue: false, steps: [] });
  expect(first.recommendations[0]!.response!.position).toBe("accepted");
  expect(first.summary).toBe("It holds.");
  const next = publish(read, "2026-q2");
  expect(next.findings.map(({ id }) => id)).toEqual(["F-1", "F-2"]);
  expect(next.recommendations[0]).toMatchObject({
    status: "in progress",
    since: "2026-05-01",
    overdue: true,
    addressee: "Harbour Police",
  });
  expect(next.summary).toBeNull();
});

test("a response that came after publication is none yet", async () => {
  const late = finding.replace("on: 2026-04-20", "on: 2026-05-01");
  const read = await readFrom({ "register/F-1.yaml": late });
  expect(publish(read, "2026-q1").recommendations[0]!.response).toBeNull();
  expect(publish(read, "2026-q2").recommendations[0]!.response).not.toBeNull();
});

test("whatever is added later leaves an earlier release as it was", async () => {
  const read = await readFrom({});
  const before = JSON.stringify(publish(read, "2026-q1"));
  const days = fc
    .integer({ min: 1, max: 200 })
    .map((after) =>
      new Date(Date.parse("2026-03-31") + after * 86_400_000).toISOString().slice(0, 10),
    );
  const steps = fc.array(fc.record({ on: days, is: fc.constantFrom(...statuses) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(steps, (added) => {
      const [file] = read.register.findings;
      const [one] = file!.recommendations;
      const status = added
        .toSorted((a, b) => (a.on < b.on ? -1 : 1))
        .map(({ on, is }) => step(on, is));
      const later = {
        ...read.register,
        findings: [
          { ...file!, recommendations: [{ ...one!, status }] },
          { ...file!, finding: { ...file!.finding, id: "F-9", release: "2026-q2" } },
        ],
      };
      expect(JSON.stringify(publish({ ...read, register: later }, "2026-q1"))).toBe(before);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["public", [false, false, false]],
  ["sponsor", [true, false, true]],
  ["auditor", [true, true, true]],
] as const)(
  "the %s tier shows what its readers may know and no trace of the rest",
  async (tier, seen) => {
    const as = (id: string, mark: string, who: string): string =>
      finding
        .replaceAll("F-1", id)
        .replaceAll("R-1", `R-${id}`)
        .replace("They wait.", `${mark} is seen.`)
        .replace("Be there.", `Mend ${mark}.`)
        .replace("  grade:", `  ${who}\n  grade:`);
    const read = await readFrom({
      "register/A.yaml": as("F-71", "CANARYSPONSOR", "restricted: sponsor"),
      "register/B.yaml": as("F-72", "CANARYAUDITOR", "restricted: auditor"),
      "register/C.yaml": as("F-73", "CANARYLATER", "public_from: 2026-q2"),
      "register/F-1.yaml": finding.replace(
        "    action:",
        "    also: [F-71, F-72, F-73]\n    action:",
      ),
    });
    const text = JSON.stringify(publish(read, "2026-q1", tier));
    const canaries = ["CANARYSPONSOR", "CANARYAUDITOR", "CANARYLATER"];
    expect(canaries.map((canary) => text.includes(canary))).toEqual(seen);
    expect(["F-71", "F-72", "F-73"].map((id) => text.includes(id))).toEqual(seen);
    const next = JSON.stringify(publish(read, "2026-q2", tier));
    expect(next).toContain("CANARYLATER");
    expect(next.includes("CANARYSPONSOR")).toBe(seen[0]);
  },
);

test("a document is named to those alone who are referred to it", async () => {
  const read = await readFrom({});
  expect(publish(read, "2026-q1").documents).toEqual([]);
  const citing = finding
    .replace('indicator:alert-to-action", shows', `document:${"ab".repeat(32)}", shows`)
    .replace("  grade:", "  restricted: auditor\n  grade:");
  const other = await readFrom({ "register/F-1.yaml": citing });
  expect(publish(other, "2026-q1").documents).toEqual([]);
  expect(publish(other, "2026-q1", "auditor").documents).toMatchObject([{ title: "Minutes" }]);
});

test("a finding refers to no figure that its readers do not have", async () => {
  const citing = finding.replace(
    'ref: "indicator:alert-to-action"',
    'ref: "figure:2026-q1/alert-to-action/partner/harbour/median"',
  );
  const read = await readFrom({ "register/F-1.yaml": citing });
  expect(() => publish(read, "2026-q1")).toThrow(
    "The finding F-1 refers to figure:2026-q1/alert-to-action/partner/harbour/median, which the public tier of the release does not have.",
  );
});
