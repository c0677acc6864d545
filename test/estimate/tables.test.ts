import { describe, expect, test } from "vitest";
import { formatReport } from "../../src/estimate/text.ts";
import { apiclus1 } from "../measures/apiclus1.ts";
import { expectClose } from "../measures/close.ts";
import { expectProblem, run, runOne, type Impossible } from "./run-estimate.ts";

describe("a table", () => {
  test("of scores has R's mean and standard error of schools drawn by district", async () => {
    const rows = apiclus1.map(({ cluster, score, weight }) => [cluster, score, weight].join(","));
    const csv = ["district,api,pw", ...rows].join("\n");
    const roles = "score=api weight=pw cluster=district";
    const { n, result } = await runOne("score", roles, { csv });
    expect(n).toBe(183);
    const { mean, se, df, deff } = result;
    expectClose(mean, 644.169398907104);
    expectClose(se, 23.7790107208869);
    expect(df).toBe(14);
    expect(deff).toBeCloseTo(9.3459 * (23.7790107208869 / 23.5422406937812) ** 2, 3);
  });

  test("of two groups has a ratio per stratum, without strata, and after Mantel and Haenszel", async () => {
    const csv = "age,e1,t1,e0,t0\nyoung,8,106,5,120\nold,22,90,16,85\nold,0,8,0,0\n";
    const roles = "events1=e1 trials1=t1 events0=e0 trials0=t0 stratum=age";
    const { n, result } = await runOne("ratio", roles, { csv });
    expect(n).toBe(409);
    expect(Object.keys(result)).toEqual(["strata", "crude", "mantel_haenszel", "risk_difference"]);
    const { strata, mantel_haenszel: pooled } = result;
    expect(strata.map(({ stratum }) => stratum)).toEqual(["old", "young"]);
    expect(strata[0]!.rr).toBeCloseTo((22 / 98) * (85 / 16), 12);
    expect(pooled.rr).toBeCloseTo(1.33, 2);
    expect([pooled.lower, pooled.upper].map((limit) => limit?.toFixed(2))).toEqual([
      "0.80",
      "2.20",
    ]);
  });

  test("of periods is put in the order of time, and says which has no value", async () => {
    const csv = "month,value\n2025-03,11\n2025-01,10\n2025-02,\n2025-04,12\n";
    const options = { improves: "up", target: "0" };
    const given = { csv, ...options };
    const { n, result } = await runOne("spc", "period=month value=value", given);
    expect(n).toBe(3);
    const names = ["chart", "mean", "limits", "points", "missing", "variation", "assurance"];
    expect(Object.keys(result)).toEqual(names);
    expect(result).toMatchObject({
      ...{ chart: "xmr", mean: 11, missing: ["2025-02"], variation: "common_cause" },
      ...{ assurance: "consistent_pass" },
      points: [
        { period: "2025-01", value: 10, label: "common_cause" },
        { period: "2025-03", value: 11 },
        { period: "2025-04", value: 12 },
      ],
    });
    expectClose(result.limits[0], 11 - 2.66);
  });

  test("of periods that are numbers is put in their order, and others stay as they are", async () => {
    const periodsOf = async (csv: string) => {
      const { result } = await runOne("spc", "period=p value=v", { csv });
      return result.points.map(({ period }) => period);
    };
    expect(await periodsOf("p,v\n10,1\n9,2\n1,3\n")).toEqual(["1", "9", "10"]);
    expect(await periodsOf("p,v\nMay,1\nJune,2\nApril,3\n")).toEqual(["May", "June", "April"]);
  });

  test("of counts by period has p limits, screened or not, and starts anew where told", async () => {
    const csv = "p,n,d\n1,10,100\n2,12,100\n3,40,100\n4,44,100\n";
    const roles = "period=p numerator=n denominator=d";
    const { result } = await runOne("spc", roles, { csv, chart: "p", rebase: "3" });
    expectClose(result.mean, 0.42);
    expectClose(result.limits[1], 0.42 + 3 * Math.sqrt((0.42 * 0.58) / 100));
  });

  test("of groups is a funnel, in the order of their names", async () => {
    const csv = "g,o,e\nb,150,112\na,60,108\na,40,0.5\nc,180,165\n";
    const roles = "group=g numerator=o denominator=e";
    const { n, result } = await runOne("funnel", roles, { csv, transform: "shmi" });
    expect(n).toBe(3);
    expect(result).toMatchObject({
      groups: [{ group: "a", value: 100 / 108.5 }, { group: "b" }, { group: "c" }],
    });
    const [first] = result.groups;
    expectClose(first!.z, Math.sqrt(108.5) * Math.log(100 / 108.5));
    expect(Object.keys(first!)).toEqual(
      expect.arrayContaining(["group", "value", "z", "limits95", "limits998", "outlier"]),
    );
  });

  test("of each of these may be divided into groups", async () => {
    const csv = "who,p,v\nx,1,5\nx,2,6\ny,1,1\ny,2,3\n";
    const { groups } = await run("spc", "period=p value=v", { csv, by: "who" });
    expect(groups.map(({ by, result }) => [by["who"], (result as { mean: number }).mean])).toEqual([
      ["x", 5.5],
      ["y", 2],
    ]);
  });

  test("shows a line for each point of a process, and what it is where it is more than chance", async () => {
    const values = [...Array.from({ length: 20 }, (_, i) => 10 + 10 * (i % 2)), 60];
    const csv = ["p,v", ...values.map((value, i) => `${i + 1},${value}`)].join("\n");
    const text = formatReport(await run("spc", "period=p value=v", { csv, improves: "down" }));
    expect(text).toMatch(/^20 +20 +-[\d.]+ +[\d.]+$/m);
    expect(text).toMatch(/^21, special cause concern +60 /m);
    expect(text).toMatch(/^limits +-[\d.]+ +[\d.]+$/m);
  });
});

test.each<Impossible>([
  ["estimate_zero", "score", "score=n weight=m", "n,m\n1,0\n", {}],
  ["estimate_negative", "score", "score=n weight=m", "n,m\n1,-2\n", {}],
  ["estimate_not_number", "score", "score=n weight=m", "n,m\n,1\n", {}],
  ["estimate_one_cluster", "score", "score=n weight=m", "n,m\n1,1\n", {}],
  [
    ...(["estimate_one_cluster", "score", "score=n weight=m stratum=s cluster=c"] as const),
    ...(["n,m,s,c\n1,1,4711,x\n2,1,4711,x\n", {}] as const),
  ],
  ["estimate_roles_apart", "spc", "period=p value=v numerator=n", "p,v,n\n1,1,1\n", {}],
  ["estimate_role_missing", "spc", "period=p", "p,v\n1,1\n", {}],
  ["estimate_role_missing", "spc", "period=p value=v", "p,v\n1,1\n", { chart: "p" }],
  ["estimate_option", "spc", "period=p value=v", "p,v\n1,1\n", { chart: "c" }],
  ["estimate_option", "spc", "period=p value=v", "p,v\n1,1\n", { improves: "left" }],
  ["estimate_option", "spc", "period=p value=v", "p,v\n1,1\n", { target: "high" }],
  ["estimate_option", "spc", "period=p value=v", "p,v\n1,1\n2,2\n", { rebase: "4711" }],
  ["estimate_period", "spc", "period=p value=v", "p,v\n4711,1\n4711,2\n", {}],
  ["estimate_period", "spc", "period=p value=v", "p,v\n4711,1\n4711,1\n", {}],
  ["estimate_few", "spc", "period=p value=v", "p,v\n1,1\n2,\n", {}],
  ["estimate_zero", "spc", "period=p numerator=n denominator=m", "p,n,m\n1,0,0\n", {}],
  [
    ...(["estimate_numerator", "spc", "period=p numerator=n denominator=m"] as const),
    ...(["p,n,m\n1,3,2\n", { chart: "p-prime" }] as const),
  ],
  ["estimate_few", "funnel", "group=g numerator=n denominator=m", "g,n,m\na,1,2\na,1,3\n", {}],
  ["estimate_zero", "funnel", "group=g numerator=n denominator=m", "g,n,m\na,0,0\n", {}],
  ["estimate_numerator", "funnel", "group=g numerator=n denominator=m", "g,n,m\na,3,2\n", {}],
  [
    ...(["estimate_no_logarithm", "funnel", "group=g numerator=n denominator=m"] as const),
    ...(["g,n,m\na,0,2\nb,1,2\n", { transform: "shmi" }] as const),
  ],
  [
    "estimate_option",
    "funnel",
    "group=g numerator=n denominator=n",
    "g,n\na,1\n",
    { transform: "log" },
  ],
  [
    ...(["estimate_numerator", "ratio", "events1=n trials1=m events0=n trials0=n"] as const),
    ...(["n,m\n3,2\n", {}] as const),
  ],
])("a table that cannot be is a problem: %s: %s %s", async (...impossible) => {
  await expectProblem(impossible);
});
