import { createHash } from "node:crypto";
import type { Indicator } from "../indicators/discover.ts";
import { parseExamples, parseIndependent, type ExampleTable } from "../indicators/examples.ts";
import { describeStatistics, indicatorOptions } from "../indicators/statistics.ts";
import { measures } from "../measures/index.ts";
import type { Programme, ProgrammeEvent } from "../programme.ts";
import type { TallySql } from "../tallies/tally.ts";
import type { Definition } from "./schema.ts";

/** The agreed limit of an indicator: the programme's own, or the indicator's default. */
export function limitOf(programme: Programme, indicator: Indicator): number | undefined {
  return programme.limits[indicator.id] ?? indicator.text.limit?.value;
}

/** What one record of a kind is called, and many. */
export type CaseNames = ReadonlyMap<string, readonly [one: string, many: string]>;

export interface DefinitionContext {
  /** Whether it is measured on rounded tallies, which widen its intervals. */
  readonly rounded: boolean;
  readonly casesOf: CaseNames;
  /** What happened up to the cut-off. */
  readonly events: readonly ProgrammeEvent[];
}

/** An indicator's definition as it is published: its words, its SQL with digests, its examples. */
export function makeDefinition(
  indicator: Indicator,
  tallies: readonly TallySql[],
  limit: number | undefined,
  { rounded, casesOf, events }: DefinitionContext,
): Definition {
  const { text } = indicator;
  const measure = measures[text.measure];
  const options = indicatorOptions(text, limit);
  return {
    id: indicator.id,
    version: text.version ?? 1,
    family: text.family,
    title: text.title,
    question: text.question,
    counts: text.counts,
    leavesOut: text.leavesOut,
    formula: text.formula,
    measure: text.measure,
    measureWords: {
      description: measure.description,
      interval: measure.interval,
      ...(rounded ? { noise: measure.noiseWords } : {}),
    },
    cases: [...(casesOf.get(text.tallies[0]!) ?? (["case", "cases"] as const))],
    rounded,
    unit: text.unit,
    binUnit: text.binUnit ?? null,
    per: text.per ?? null,
    direction: text.direction,
    directionWhy: text.directionWhy,
    settlesAfter: text.settlesAfter === undefined ? 0 : text.settlesAfter,
    limit: limit === undefined || !text.limit ? null : { value: limit, unit: text.limit.unit },
    target: text.target ?? null,
    ...(text.yearBefore === undefined ? {} : { yearBefore: { ...text.yearBefore } }),
    countedOtherwise: events
      .filter(({ indicators }) => indicators === "all" || indicators.includes(indicator.id))
      .map(({ month, title }) => ({ from: month, title })),
    statistics: describeStatistics(text, options),
    says: text.says,
    breakdowns: ["year", ...text.breakdowns],
    source: text.source,
    caveats: [...text.caveats],
    sql: indicator.sql,
    sqlSha256: createHash("sha256").update(indicator.sql).digest("hex"),
    tallies: tallies.filter((tally) => text.tallies.includes(tally.name)),
    examples: parseExamples(indicator.examples).map((example) => ({
      title: example.title,
      words: example.words,
      given: example.given.map(publishTable),
      expected: example.expected.map(publishTable),
    })),
    independent: parseIndependent(indicator.examples),
  };
}

function publishTable(table: ExampleTable): Definition["examples"][number]["given"][number] {
  return {
    name: table.name,
    columns: [...table.columns],
    rows: table.rows.map((row) => [...row]),
  };
}
