import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { estimateCommand, estimateFile, type EstimateReport } from "../src/estimate.ts";
import { readRequest } from "../src/estimate/request.ts";
import { formatReport } from "../src/estimate/text.ts";
import { Problem } from "../src/problem.ts";
import {
  expectProblem,
  folder,
  run,
  runOne,
  standard,
  type Impossible,
} from "./estimate/run-estimate.ts";
import { expectClose } from "./measures/close.ts";
import { lungText } from "./measures/lung.ts";

describe("a file", () => {
  test("of counts is added up, with Garwood limits", async () => {
    const { n, result } = await runOne("count", "n=n", { csv: "n\n1\n2\n0\n" });
    expect(n).toBe(3);
    expect(Object.keys(result)).toEqual(["count", "lower", "upper"]);
    expect(result).toMatchObject({ count: 3 });
  });

  test("of events and exposures gives the rate per 1000, exposures added without rounding", async () => {
    const csv = "events,people\n10,42499.7\n7,0.1\n0,0.2\n";
    const { result } = await runOne("rate", "events=events exposure=people", { csv });
    // R: poisson.test(17, 42500)$conf.int * 1000
    expect(result).toMatchObject({ rate: 0.4 });
    expectClose((result as { lower: number }).lower, 0.233014740461348);
    expectClose((result as { upper: number }).upper, 0.640438748609567);
  });

  test("without exposure gives no rate", async () => {
    const csv = "events,people\n0,0\n";
    const { result } = await runOne("rate", "events=events exposure=people", { csv, per: "1" });
    expect(result).toEqual({ rate: null, lower: null, upper: null });
  });

  test("of parts and wholes gives one share of the sums, by group in the order of their names", async () => {
    const csv = "place,hits,cases\nb,1,2\na,0,4\na,3,4\nb,1,2\n";
    const report = await run("proportion", "numerator=hits denominator=cases", {
      csv,
      by: "place",
    });
    expect(report.measure).toBe("proportion");
    expect(report.groups.map(({ by, n }) => [by, n])).toEqual([
      [{ place: "a" }, 8],
      [{ place: "b" }, 4],
    ]);
    expect(report.groups.map(({ result }) => (result as { share: number }).share)).toEqual([
      3 / 8,
      1 / 2,
    ]);
    expect(Object.keys(report.groups[0]!.result)).toEqual(["share", "wilson", "exact"]);
  });

  test("of durations has the quantiles of R survfit", async () => {
    const rows = lungText
      .trim()
      .split(/\s+/)
      .map((text) => (text.endsWith("+") ? `${text.slice(0, -1)},FALSE` : `${text},TRUE`));
    const csv = ["time,closed", ...rows].join("\n");
    const roles = "duration=time observed=closed";
    const { result } = await runOne("duration", roles, { csv, p: "0.5,0.99", within: "365,5000" });
    expect(result).toMatchObject({
      ...{ n: 228, events: 165, open: 63, limits: "log-log", largest_time_seen: 1022 },
      quantiles: [
        { p: 0.5, value: 310, lower: 284, upper: 361 },
        { p: 0.99, value: null, lower: null, upper: null },
      ],
      within: [{ limit: 365 }, { limit: 5000, share: null, lower: null, upper: null }],
    });
    const byLog = await runOne("duration", roles, { csv, limits: "log" });
    const median = { p: 0.5, value: 310, lower: 285, upper: 363 };
    expect(byLog.result).toMatchObject({ quantiles: [median, { p: 0.9 }] });
  });

  test("may give durations with a count of cases, and write one duration in several ways", async () => {
    const csv = "d,o,k\n1,1,2\n1.0,1,1\n3,0,2\n3,0,2\n9,1,0\n";
    const { n, result } = await runOne("duration", "duration=d observed=o count=k", { csv });
    expect(n).toBe(7);
    expect(result).toMatchObject({ events: 3, open: 4, largest_time_seen: 3 });
  });

  test("of forecasts leaves out what is no outcome, and counts it", async () => {
    const csv = "p,o\n0.2,0\n0.8,1\n0.5,0.5\n0.5,\n0.5,yes\n0.4,1\n";
    const { n, result } = await runOne("forecast", "probability=p outcome=o", { csv });
    expect(n).toBe(3);
    expect(Object.keys(result)).toEqual([
      ...["n", "excluded", "events", "base_rate", "brier", "murphy", "corp", "log_score"],
      ...["auc", "skill"],
    ]);
    expect(result).toMatchObject({ n: 3, excluded: 3, events: 2, auc: { value: 1, lower: null } });
    // By hand: (0.04 + 0.04 + 0.36) / 3
    expectClose((result as { brier: number }).brier, 0.44 / 3);
  });

  test("of forecasts in per cent gives the same as from 0 to 1", async () => {
    const roles = "probability=p outcome=o count=k";
    const one = await runOne("forecast", roles, { csv: "p,o,k\n0.2,0,3\n0.75,1,4\n1,0,1\n" });
    const csv = "p,o,k\n20,0,3\n75,1,4\n100,0,1\n";
    expect(await runOne("forecast", roles, { csv, percent: true })).toEqual(one);
    expect(one.result).toMatchObject({ log_score: "infinite", base_rate: 0.5 });
  });

  test("of amounts has an exact total, and empty cells are unknown", async () => {
    const csv = 'who,amount\nx,0.10\ny,0.2\nz,\nw,"100"\n';
    const { n, result } = await runOne("amount", "amount=amount", { csv });
    expect(n).toBe(3);
    expect(result).toMatchObject({ n: 3, unknown: 1, total: "100.30" });
    const names = ["n", "unknown", "total", "quantiles", "gini", "top_1_percent_share"];
    expect(Object.keys(result)).toEqual(names);
  });

  test("gives the same in whatever order its rows come", async () => {
    const rows = ["0.3,1", "0.7,1", "0.7,0", "0.1,0", "0.3,0", "0.9,1", "0.123456,0"];
    const roles = "probability=p outcome=o";
    const there = await run("forecast", roles, { csv: ["p,o", ...rows].join("\n") });
    const back = await run("forecast", roles, { csv: ["p,o", ...rows.toReversed()].join("\n") });
    expect(back).toEqual(there);
  });

  test("may have quoted names, commas in cells, a byte order mark and a star in its name", async () => {
    const file = join(folder, "new [1]*.csv");
    writeFileSync(file, '\uFEFF"the ""n"", all",place\r\n2,"a,b"\r\n3,"a,b"\r\n');
    writeFileSync(join(folder, "new 1x.csv"), "not,this\n1,2,3\n");
    const options = { ...standard, by: "place" };
    const request = readRequest("count", file, ['n=the "n", all'], options);
    expect((await estimateFile(request)).groups).toMatchObject([{ by: { place: "a,b" }, n: 5 }]);
  });
});

describe("what cannot be right is a problem that says where and what to do", () => {
  const secret = "4711.4711";
  test.each<Impossible>([
    ["estimate_measure", "mean", "n=n", "n\n1\n", {}],
    ["estimate_role", "count", "n", "n\n1\n", {}],
    ["estimate_role_unknown", "count", "n=n m=n", "n\n1\n", {}],
    ["estimate_role_twice", "count", "n=n n=n", "n\n1\n", {}],
    ["estimate_role_missing", "rate", "events=n", "n\n1\n", {}],
    ["estimate_option", "count", "n=n", "n\n1\n", { level: "95" }],
    ["estimate_option", "count", "n=n", "n\n1\n", { level: "" }],
    ["estimate_option", "duration", "duration=n observed=n", "n\n1\n", { p: "0.5,1" }],
    ["estimate_option", "duration", "duration=n observed=n", "n\n1\n", { within: "soon" }],
    ["estimate_option", "duration", "duration=n observed=n", "n\n1\n", { limits: "wald" }],
    ["estimate_option", "rate", "events=n exposure=n", "n\n1\n", { per: "0" }],
    ["estimate_empty", "count", "n=n", "", {}],
    ["estimate_no_rows", "count", "n=n", "n,m\n", {}],
    ["estimate_column", "count", "n=N", `n\n${secret}\n`, {}],
    ["estimate_column", "count", "n=n", "n\n1\n", { by: "place" }],
    ["estimate_column_twice", "count", "n=n", "n,n\n1,2\n", {}],
    ["estimate_csv", "count", "n=n", `n,m\n1,2\n${secret}\n`, {}],
    ["estimate_csv", "count", "n=n", `n,m\n1,2\n3,"${secret}\n`, {}],
    ["estimate_not_number", "count", "n=n", `n\n1\n${secret}x\n`, {}],
    ["estimate_not_number", "count", "n=n", "n,m\n,1\n", {}],
    ["estimate_not_number", "amount", "amount=n", "n\nNaN\n", {}],
    ["estimate_not_number", "forecast", "probability=n outcome=m", "n,m\nInf,1\n", {}],
    ["estimate_not_number", "duration", "duration=n observed=m", "n,m\n1e999,1\n", {}],
    ["estimate_not_whole", "count", "n=n", `n\n${secret}\n`, {}],
    ["estimate_negative", "count", "n=n", `n\n-${secret}\n`, {}],
    ["estimate_negative", "duration", "duration=n observed=m", "n,m\n-0.5,1\n", {}],
    ["estimate_negative", "duration", "duration=n observed=m count=k", "n,m,k\n1,1,-1\n", {}],
    ["estimate_numerator", "proportion", "numerator=n denominator=m", "n,m\n3,2\n", {}],
    ["estimate_probability", "forecast", "probability=n outcome=m", "n,m\n95,1\n", {}],
    ["estimate_probability", "forecast", "probability=n outcome=m", "n,m\n-0.1,1\n", {}],
    [
      "estimate_probability",
      "forecast",
      "probability=n outcome=m",
      "n,m\n101,1\n",
      { percent: true },
    ],
    ["estimate_observed", "duration", "duration=n observed=m", "n,m\n1,2\n", {}],
    ["estimate_outcome", "forecast", "probability=n outcome=m", "n,m\n0.2,0.5\n", {}],
    ["estimate_sum", "count", "n=n", "n\n9007199254740991\n9007199254740991\n", {}],
  ])("%s: %s %s", async (...impossible) => {
    await expectProblem(impossible);
  });

  test("with the column and the first row in which it is wrong", async () => {
    const csv = "n\n1\n2\n2\nx\n-1\n";
    const problem = await run("count", "n=n", { csv }).catch((e: unknown) => e as Problem);
    const { message } = problem as Problem;
    expect(message).toContain("Column n of ");
    expect(message).toContain("cases.csv, row 4 below the header, does not hold a finite number.");
  });

  test("also where the file is missing or is a folder", async () => {
    for (const file of [join(folder, "nothing.csv"), folder]) {
      const request = readRequest("count", file, ["n=n"], standard);
      await expect(estimateFile(request)).rejects.toMatchObject({ code: "estimate_file" });
    }
  });

  test("and points to --percent where a probability is above 1", async () => {
    const csv = "p,o\n95,1\n";
    const failed = run("forecast", "probability=p outcome=o", { csv });
    await expect(failed).rejects.toHaveProperty("remedy", expect.stringContaining("--percent"));
  });
});

describe("the command", () => {
  async function print(args: readonly string[]): Promise<string> {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    try {
      await estimateCommand().parseAsync(args, { from: "user" });
      return String(log.mock.calls[0]?.[0]);
    } finally {
      log.mockRestore();
    }
  }

  test("prints JSON with measure, level and groups", async () => {
    const file = join(folder, "print.csv");
    writeFileSync(file, "hits,cases\n1,4\n");
    const args = ["proportion", file, "numerator=hits", "denominator=cases", "--level", "0.998"];
    const report = JSON.parse(await print([...args, "--json"])) as EstimateReport;
    expect(report).toMatchObject({
      measure: "proportion",
      level: 0.998,
      groups: [{ by: {}, n: 4, result: { share: 0.25 } }],
    });
  });

  test("prints a table without --json", async () => {
    const file = join(folder, "print.csv");
    writeFileSync(file, "place,d,o\nnorth,1,1\nnorth,4,0\nsouth,2,1\n");
    const args = ["duration", file, "duration=d", "observed=o", "--by", "place"];
    const lines = (await print(args)).split("\n");
    expect(lines[0]).toBe("duration, intervals at level 0.95");
    expect(lines[2]).toMatch(/^place {2}figure +value +lower +upper$/);
    expect(lines).toContainEqual(expect.stringMatching(/^north {2}quantile 0.9 +– +1 +–$/));
    expect(lines).toContainEqual(expect.stringMatching(/^south {2}quantile 0.5 +2 +– +–$/));
  });

  test("shows limits beside the figure they belong to", async () => {
    const report = await run("count", "n=n", { csv: "n\n0\n" });
    expect(formatReport(report)).toMatch(/^count +0 +0 +3\.68888$/m);
  });
});
