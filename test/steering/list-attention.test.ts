import { expect, test } from "vitest";
import { noRegister } from "../../src/release/schema/register.ts";
import type { About, Coverage, Figure, Judgement, Register } from "../../src/release/schema.ts";
import { listAttention, type AttentionGround } from "../../src/steering/list-attention.ts";
import { indicatorOf } from "./indicator.ts";

const about = {
  release: { id: "2026-q3" },
  partners: [{ id: "harbour" }, { id: "estuary" }],
} as unknown as About;
const nothing: AttentionGround = {
  ...{ about, health: [], indicators: [], coverage: [], register: noRegister },
};

const judged = (told: Partial<Judgement>): Judgement => ({
  ...{ indicator: "alerts", statistic: "share", by: "month", chart: "p-prime", why: null },
  ...{ leftOut: [], variation: "noise", since: null, target: null, assurance: null },
  points: [
    {
      ...{ period: "2026-09", from: "2026-09", to: "2026-09", value: 0.4, mean: 0.4 },
      ...{ lower: 0.3, upper: 0.5, variation: "noise" as const },
    },
  ],
  ...told,
});

test("where nothing asks for a sponsor the list is empty", () => {
  expect(listAttention(nothing)).toEqual([]);
});

test("what got worse for a reason is listed; noise, and what has no good direction, is not", () => {
  const health = [
    judged({ variation: "worse", since: "2026-03" }),
    judged({ indicator: "b", variation: "up", since: "2026-03" }),
    judged({ indicator: "c" }),
  ];
  expect(listAttention({ ...nothing, health })).toEqual([
    {
      ...{ kind: "worse", indicator: "alerts", since: "2026-03", to: "2026-09" },
      evidence: ["indicator:alerts"],
    },
  ]);
});

test("a target that is missed for certain is listed with the limits; hit and miss is not", () => {
  const health = [
    judged({ target: 0.6, assurance: "misses" }),
    judged({ target: 0.4, assurance: "hit and miss" }),
  ];
  expect(listAttention({ ...nothing, health })).toMatchObject([
    { kind: "misses target", target: 0.6, lower: 0.3, upper: 0.5 },
  ]);
});

test("overdue recommendations stand together by who owes them, with the oldest day", () => {
  const one = (id: string, addressee: string, due: string, overdue: boolean) => ({
    ...{ id, addressee, due, overdue },
  });
  const recommendations = [
    one("R-1", "Estuary Customs", "2026-09-15", true),
    one("R-2", "Estuary Customs", "2026-06-30", true),
    one("R-3", "Programme Board", "2026-12-31", false),
  ] as Register["recommendations"];
  const register = { ...noRegister, recommendations };
  expect(listAttention({ ...nothing, register })).toEqual([
    {
      ...{ kind: "overdue", addressee: "Estuary Customs", oldest: "2026-06-30" },
      recommendations: ["R-1", "R-2"],
      evidence: ["recommendation:R-1", "recommendation:R-2"],
    },
  ]);
});

test("a partner stopped reporting where the last months are missing, not where earlier ones are; or where it never sent what was agreed", () => {
  const months = (partner: string, kind: string, states: string): Coverage[] =>
    states.split("").map((state, at) => ({
      ...{ partner, kind, month: `2026-0${at + 5}` },
      state: state === "x" ? "missing" : "reported",
    }));
  const coverage = [
    ...months("harbour", "incidents", "ooxoo"),
    ...months("estuary", "incidents", "oooxx"),
    ...months("estuary", "complaints", "ooooo"),
    ...months("estuary", "predictions", "xxxxx"),
  ];
  expect(listAttention({ ...nothing, coverage })).toEqual([
    {
      ...{ kind: "stopped reporting", partner: "estuary", kinds: ["incidents"] },
      ...{ since: "2026-08", months: 2, evidence: ["partner:estuary"] },
    },
    {
      ...{ kind: "stopped reporting", partner: "estuary", kinds: ["predictions"] },
      ...{ since: null, months: 5, evidence: ["partner:estuary"] },
    },
  ]);
});

const figure = (indicator: string, breakdown: string, category: string, value: number) =>
  ({
    ...{ indicator, breakdown, category, subcategory: null, statistic: "value", value },
    ...{ from: "2026-09", to: "2026-09" },
  }) as Figure;

test("posts are vacant by the latest month, not by the year", () => {
  const id = "sponsor-posts-vacant";
  const vacant = (now: number) =>
    indicatorOf("proportion", [[1, 2]], { id }, [
      figure(id, "year", "2025-10_2026-09", 0.1),
      figure(id, "month", "2026-08", 0.2),
      figure(id, "month", "2026-09", now),
    ]);
  expect(listAttention({ ...nothing, indicators: [vacant(0)] })).toEqual([]);
  expect(listAttention({ ...nothing, indicators: [vacant(0.25)] })).toEqual([
    {
      ...{ kind: "vacant posts", indicator: id, to: "2026-09", value: 0.25 },
      evidence: [`figure:2026-q3/${id}/month/2026-09/value`],
    },
  ]);
});

test("a need that is not committed in full is a gap in the funding", () => {
  const id = "funding-committed-12";
  const funding = (share: number) =>
    indicatorOf("proportion", [[1, 2]], { id, family: "sponsorship", unit: "share" }, [
      figure(id, "quarter", "2026-Q3", share),
    ]);
  expect(listAttention({ ...nothing, indicators: [funding(1)] })).toEqual([]);
  expect(listAttention({ ...nothing, indicators: [funding(0.8)] })).toMatchObject([
    { kind: "funding gap", indicator: id, value: 0.8 },
  ]);
});
