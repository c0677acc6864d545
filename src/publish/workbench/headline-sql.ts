import type { Definition, Headline } from "../../release/schema.ts";

type Worked = Pick<Definition, "measure" | "unit" | "binUnit" | "per">;

/** SQL on `in_year`, the year's rows of an indicator: what a figure is made from, and the figure. */
interface Estimate {
  /** Steps before the last, each "name as (select …)". */
  readonly steps: readonly string[];
  readonly columns: readonly string[];
  readonly from: string;
}

/**
 * The query that works the headline figure of an indicator out from the tallies and sets it beside
 * what was published. It follows the measure's definition in SQL alone; the curve behind
 * miscalibration has no short SQL, so that forecasts show their Brier score.
 */
export function headlineSql(definition: Definition, { latest }: Headline): string {
  const statistic = definition.measure === "forecast" ? "brier" : latest.statistic;
  const { steps, columns, from } = estimates[definition.measure](definition, statistic);
  const value = definition.measure === "amount" ? "exact" : "value";
  const published = [
    `(select ${value} from figures`,
    `    where indicator = '${definition.id}' and breakdown = 'year'`,
    `      and category = '${latest.category}' and statistic = '${statistic}') as published`,
  ];
  const year = `in_year as (
  select * from evaluated
  where month between date '${latest.from}-01' and date '${latest.to}-01'
)`;
  const evaluated = `evaluated as (\n${definition.sql.trim().replace(/;$/, "")}\n)`;
  return [
    `-- ${definition.title}, ${latest.from} to ${latest.to}: the indicator's own SQL, the figure`,
    "-- worked out from it, and beside that the figure as it was published.",
    `with ${[evaluated, year, ...steps].join(",\n")}`,
    "select",
    [...columns, published.join("\n")].map((column) => `  ${column}`).join(",\n"),
    `from ${from}`,
    "",
  ].join("\n");
}

const estimates: Readonly<
  Record<Definition["measure"], (definition: Worked, statistic: string) => Estimate>
> = {
  count: () => onYear(["sum(cases_n) as count"]),
  amount: () =>
    onYear([
      "sum(known_n) as known_n",
      "sum(unknown_n) as unknown_n",
      "sum(amount_money) as total",
    ]),
  "money-share": () =>
    onYear([
      "sum(numerator_money) as numerator_money",
      "sum(denominator_money) as denominator_money",
      // Whole cents, so that both sums are exact before they are divided.
      `(sum(numerator_money) * 100)::bigint
    / nullif((sum(denominator_money) * 100)::bigint, 0) as share`,
    ]),
  proportion: () =>
    onYear([
      "sum(numerator_n) as numerator_n",
      "sum(denominator_n) as denominator_n",
      "sum(numerator_n) / nullif(sum(denominator_n), 0) as share",
    ]),
  rate: ({ per }) =>
    onYear([
      "sum(events_n) as events_n",
      "sum(exposure_n) as exposure_n",
      `sum(events_n) * ${per ?? 1} / nullif(sum(exposure_n), 0) as rate`,
    ]),
  score: () =>
    onYear([
      "sum(respondents_n) as respondents_n",
      "sum(weight::double * respondents_n) as weights",
      `sum(weight::double * score::double * respondents_n)
    / nullif(sum(weight::double * respondents_n), 0) as mean`,
    ]),
  forecast: () =>
    onYear([
      "sum(happened_n) as happened_n",
      "sum(not_happened_n) as not_happened_n",
      `sum(happened_n * (1 - probability_percent / 100) ** 2
      + not_happened_n * (probability_percent / 100) ** 2)
    / nullif(sum(happened_n + not_happened_n), 0) as brier`,
    ]),
  duration: medianOfDurations,
  ratio: (_, statistic) => compareGroups(statistic),
};

function onYear(columns: readonly string[]): Estimate {
  return { steps: [], columns, from: "in_year" };
}

/**
 * The median of the Kaplan–Meier curve: the first time at which at most half are still open; where
 * exactly half are, the midpoint between it and the next time at which the curve falls, or its end.
 */
function medianOfDurations({ unit, binUnit }: Worked): Estimate {
  const divisor = binUnit === "minutes" ? " / 60" : "";
  return {
    steps: [
      `durations as (
  select duration_${binUnit ?? unit} as time, sum(cases_n) as cases,
    sum(cases_n) filter (status = 'closed') as closed
  from in_year group by time having sum(cases_n) > 0
)`,
      `at_risk as (
  select *, sum(cases) over (order by time desc) as at_risk from durations
)`,
      `curve as (
  select time, cases, product(1 - coalesce(closed, 0) / at_risk) over (order by time) as still_open
  from at_risk
)`,
    ],
    columns: [
      "sum(cases) as cases_n",
      `(min(time) filter (still_open <= 0.5 + 1e-8) + case
      when abs(min(still_open) - 0.5) < 1e-8 then max(time)
      else min(time) filter (still_open < 0.5 - 1e-8)
    end) / 2${divisor} as median`,
    ],
    from: "curve",
  };
}

/** Mantel and Haenszel over strata; groups that are compared share one reference group. */
function compareGroups(statistic: string): Estimate {
  const figures: Record<string, string> = {
    ratio: "sum(above) / nullif(sum(below), 0) as ratio",
    gap: "(sum(above) - sum(below)) / nullif(sum(weight), 0) as gap",
  };
  return {
    steps: [
      `groups as (
  select stratum, compared, sum(events_n) as events, sum(trials_n) as trials,
    sum(reference_events_n) as reference_events, sum(reference_trials_n) as reference_trials
  from in_year group by all
)`,
      `strata as (
  select stratum, sum(events) as events, sum(trials) as trials,
    max(reference_events) as reference_events, max(reference_trials) as reference_trials
  from groups group by all
)`,
      `parts as (
  select *, events * reference_trials / (trials + reference_trials) as above,
    reference_events * trials / (trials + reference_trials) as below,
    trials * reference_trials / (trials + reference_trials) as weight
  from strata where trials + reference_trials > 0
)`,
    ],
    columns: [
      "sum(events) as events",
      "sum(trials) as trials",
      "sum(reference_events) as reference_events",
      "sum(reference_trials) as reference_trials",
      figures[statistic] ?? figures["ratio"]!,
    ],
    from: "parts",
  };
}
