import { expect, test } from "vitest";
import { RevisionCauses, type Compared, type Standing } from "../../src/release/revision-causes.ts";
import { Revised } from "../../src/release/revisions.ts";
import type { About, Definition, Figure, Submission } from "../../src/release/schema.ts";

const partners = [
  { id: "harbour", name: "Harbour Police", sector: "law_enforcement", region: "coast" },
  { id: "beacon", name: "Beacon Signals Office", sector: "intelligence", region: "north" },
];

const definition = {
  ...{
    id: "alerts",
    version: 1,
    measure: "count",
    measureWords: { description: "", interval: "" },
  },
  ...{ unit: "count", binUnit: null, per: null, statistics: [], sqlSha256: "a" },
  limit: { value: 360, unit: "minutes" },
  tallies: [{ name: "incidents", sql: "", sha256: "b" }],
  rounded: true,
} as unknown as Definition;

const exact = { definitions: new Map([["alerts", { ...definition, rounded: false }]]) };

const first: Submission = {
  ...{ partner: "harbour", kind: "incidents", received: "2026-02-03", sha256: null },
  period: { from: "2025-01-01", to: "2025-12-31" },
};

function standing(change: Partial<Standing> = {}, cutOff = "2025-12-31"): Standing {
  return {
    about: { release: { cutOff }, partners } as unknown as About,
    definitions: new Map([["alerts", definition]]),
    submissions: [first],
    policySha256: "p",
    edges: { minutes: [360], days: [], percent: 5 },
    inputs: [{ path: "pipelines/1-records/incidents.ts", sha256: "c" }],
    software: { name: "plumbline", version: "1.0.0" },
    ...change,
  };
}

const figure = {
  ...{ indicator: "alerts", breakdown: "month", category: "2025-03", subcategory: null },
  ...{ from: "2025-03", to: "2025-03", statistic: "count", unit: "count" },
  ...{ status: "value", value: 120, mark: "" },
} as unknown as Figure;

function find(now: Standing, more: Partial<Compared> & { about?: Partial<Figure> } = {}) {
  const { about = {}, ...compared } = more;
  const causes = new RevisionCauses({
    ...{ before: standing(), now, declared: [] },
    ...compared,
  });
  return causes.find({ ...figure, ...about });
}

const submissions = (...list: Partial<Submission>[]) => ({
  submissions: list.map((one) => ({ ...first, ...one })),
});

test("a file that replaces one of a period that was over is a correction, and is named", () => {
  expect(find(standing(submissions({ received: "2026-09-02" })))).toEqual({
    kind: "correction",
    reason:
      "The file of Harbour Police with incidents of January 2025 to December 2025 was replaced on 2 September 2026.",
  });
});

test("a file that replaces one of a period that was still running is late data", () => {
  const before = standing(submissions({ received: "2025-07-10" }));
  expect(find(standing(submissions({ received: "2025-10-09" })), { before })).toEqual({
    kind: "late data",
    reason: "Later files of Harbour Police speak of these months.",
  });
});

test("a file that was not there before is late data", () => {
  const now = standing(submissions({}, { partner: "beacon", received: "2026-03-01" }));
  expect(find(now)).toEqual({
    kind: "late data",
    reason: "Later files of Beacon Signals Office speak of these months.",
  });
});

test("the same file is late data where it speaks of days up to a later cut-off", () => {
  const now = standing({}, "2026-03-31");
  expect(find(now)?.kind).toBe("late data");
  expect(find(now)?.reason).toContain("The rounding that protects small numbers can have moved it");
  expect(find({ ...now, ...exact })?.reason).not.toContain("rounding");
});

test("a file explains only figures of its kind, months, partner, sector and region", () => {
  const complaints = { ...definition, tallies: [{ name: "complaints", sql: "", sha256: "b" }] };
  const now = standing({
    definitions: new Map([...standing().definitions, ["complaints", complaints]]),
    ...submissions({}, { partner: "beacon", received: "2026-03-01" }, { kind: "complaints" }),
  });
  const kindOf = (about: Partial<Figure>) => find(now, { about })?.kind;
  expect(kindOf({ breakdown: "partner", category: "beacon" })).toBe("late data");
  expect(kindOf({ breakdown: "partner", category: "harbour" })).toBe("protection");
  expect(kindOf({ breakdown: "sector", category: "intelligence" })).toBe("late data");
  expect(kindOf({ breakdown: "region", category: "coast" })).toBe("protection");
  expect(kindOf({ from: "2026-01", to: "2026-03" })).toBe("protection");
  const old = submissions({}, { kind: "complaints" });
  const before = standing({ ...old, definitions: now.definitions });
  expect(find(now, { before, about: { indicator: "complaints" } })?.kind).toBe("protection");
});

test.each([
  ["its SQL", { sqlSha256: "z" }, "Its SQL changed."],
  ["its version", { version: 2 }, "Its definition changed from version 1 to 2."],
  [
    "its limit",
    { limit: { value: 240, unit: "minutes" } },
    "Its agreed limit changed from 360 minutes to 240 minutes.",
  ],
  [
    "the SQL of its tallies",
    { tallies: [{ name: "incidents", sql: "", sha256: "z" }] },
    "The SQL of its tallies changed.",
  ],
  ["its unit", { unit: "hours" }, "How it is measured changed."],
])("%s that is another is a change of method, before any data", (_, change, reason) => {
  const definitions = new Map([["alerts", { ...definition, ...change } as Definition]]);
  const now = standing({ definitions, ...submissions({ received: "2026-09-02" }) });
  expect(find(now)).toEqual({ kind: "method change", reason });
});

test("other rules, bands, contracts and places of partners are a change of method", () => {
  const reasonOf = (change: Partial<Standing>, about: Partial<Figure> = {}) =>
    find(standing(change), { about })?.reason;
  expect(reasonOf({ policySha256: "z" })).toBe("The rules that protect people changed.");
  expect(reasonOf({ edges: { minutes: [240], days: [], percent: 5 } })).toContain("bands");
  expect(reasonOf({ inputs: [] })).toBe("What a record of incidents may hold changed.");
  const moved = partners.map((partner) => ({ ...partner, region: "south" }));
  const about = { release: { cutOff: "2025-12-31" }, partners: moved } as unknown as About;
  expect(reasonOf({ about }, { breakdown: "region", category: "south" })).toBe(
    "Partners were assigned to another region.",
  );
  expect(find(standing({ about }))?.kind).toBe("protection");
});

test("what the operator declares wins over whatever was found", () => {
  const declared = [
    { indicators: ["others"], kind: "late data", reason: "Not this one." },
    { indicators: ["alerts"], kind: "restatement", reason: "Counted anew." },
  ] as const;
  const now = standing({ policySha256: "z" });
  expect(find(now, { declared })).toEqual({ kind: "restatement", reason: "Counted anew." });
  const all = [{ indicators: "all", kind: "correction", reason: "All." }] as const;
  expect(find(now, { declared: all })?.reason).toBe("All.");
});

test("where nothing changed but a rounded figure, the rounding moved it, and that is said", () => {
  expect(find(standing())).toEqual({
    kind: "protection",
    reason: "No submission changed: the rounding that protects small numbers moved it.",
  });
});

test("a file of any kind explains figures of what was seen of all files", () => {
  const seen = { ...definition, tallies: [{ name: "deliveries", sql: "", sha256: "b" }] };
  const definitions = new Map([["alerts", seen]]);
  const now = standing({ ...submissions({ received: "2026-09-02" }), definitions });
  const before = standing({ definitions });
  expect(find(now, { before })?.kind).toBe("correction");
});

test("another version of the program explains what nothing else does", () => {
  const now = standing({ software: { name: "plumbline", version: "1.1.0" } });
  expect(find({ ...now, ...exact })?.kind).toBe("method change");
});

test("where counts are exact and nothing explains a change, the run stops", () => {
  const causes = new RevisionCauses({
    ...{ before: standing(exact), now: standing(exact), declared: [] },
  });
  const revised = new Revised([{ ...figure, value: 100 }], causes);
  expect(() => revised.mark(figure)).toThrow(
    "A figure of alerts reads differently than in the release before, and nothing explains it",
  );
});

test("a revision says the size of the change, in per cent where that makes sense", () => {
  const causes = { find: () => ({ kind: "late data" as const, reason: "" }) };
  const changeOf = (was: Partial<Figure>, now: Partial<Figure>) => {
    const revised = new Revised([{ ...figure, ...was }], causes);
    revised.mark({ ...figure, ...now });
    return revised.list[0]?.change;
  };
  expect(changeOf({ value: 100 }, { value: 120 })).toEqual({ absolute: 20, relative: 0.2 });
  expect(changeOf({ value: 120 }, { value: 90 })).toEqual({ absolute: -30, relative: -0.25 });
  expect(changeOf({ value: 0 }, { value: 10 })).toEqual({ absolute: 10, relative: null });
  const share = { unit: "share" } as const;
  expect(changeOf({ ...share, value: 0.5 }, { ...share, value: 0.6 })).toEqual({
    ...{ absolute: 0.1, relative: null },
  });
  const hidden = { status: "hidden", value: null } as const;
  expect(changeOf(hidden, { value: 10 })).toEqual({ absolute: null, relative: null });
  expect(changeOf({ value: 10 }, { value: 10 })).toBeUndefined();
});
