import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { estimateFile, type EstimateReport } from "../../src/estimate.ts";
import type { estimators, EstimatorName } from "../../src/estimate/estimators.ts";
import { readRequest, type EstimateOptions } from "../../src/estimate/request.ts";
import { Problem } from "../../src/problem.ts";

/** A folder of the test file's own, removed after it. */
export const folder = mkdtempSync(join(tmpdir(), "plumbline-estimate-"));
afterAll(() => rmSync(folder, { recursive: true }));

export interface Run extends Partial<EstimateOptions> {
  readonly csv: string;
}

export const standard = { level: "0.95", per: "1000", p: "0.5,0.9", limits: "log-log" };

export async function run(measure: string, roles: string, given: Run): Promise<EstimateReport> {
  const { csv, ...options } = given;
  const file = join(folder, "cases.csv");
  writeFileSync(file, csv);
  return estimateFile(readRequest(measure, file, roles.split(" "), { ...standard, ...options }));
}

type Estimators = typeof estimators;
type Finished<Name extends EstimatorName> = ReturnType<
  ReturnType<Estimators[Name]["start"]>["finish"]
>;

/** The only group. */
export async function runOne<Name extends EstimatorName>(
  measure: Name,
  roles: string,
  given: Run,
): Promise<Finished<Name>> {
  const { groups } = await run(measure, roles, given);
  expect(groups).toHaveLength(1);
  expect(groups[0]!.by).toEqual({});
  return groups[0] as unknown as Finished<Name>;
}

/** Rows that cannot be: the code of the problem, the measure, its roles, the file and options. */
export type Impossible = readonly [string, string, string, string, Partial<EstimateOptions>];

/** Holds a run to the problem it must be: one sentence that repeats nothing of the file. */
export async function expectProblem([code, measure, roles, csv, options]: Impossible) {
  const problem: unknown = await run(measure, roles, { csv, ...options }).catch((e: unknown) => e);
  expect(problem).toBeInstanceOf(Problem);
  const { message, remedy, exitCode } = problem as Problem;
  expect((problem as Problem).code).toBe(code);
  expect(exitCode).toBe(1);
  expect(message).toMatch(/^[A-Z].*\.$/s);
  expect(message + remedy).not.toContain("4711");
}
