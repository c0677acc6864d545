import type { Definition, Headline } from "../../release/schema.ts";
import type { CatalogExample } from "../../site/workbench/catalog.ts";
import { headlineSql } from "./headline-sql.ts";

/** Queries that every release can answer, then one for each indicator's headline figure. */
export function listExamples(
  indicators: readonly { readonly definition: Definition; readonly headline: Headline }[],
  tallies: readonly string[],
): CatalogExample[] {
  return [
    ...general,
    { id: "rows", title: "Rows of every tally", group: generalGroup, sql: countRows(tallies) },
    ...indicators.map(({ definition, headline }) => ({
      id: definition.id,
      title: definition.title,
      group: "Headline figures, worked out again",
      sql: headlineSql(definition, headline),
    })),
  ];
}

const generalGroup = "The release as a whole";

const general: readonly CatalogExample[] = [
  {
    id: "headlines",
    title: "Every figure of the latest twelve months",
    group: generalGroup,
    sql: `-- Every figure of the latest twelve months, with its limits.
select title, statistic, value, lower, upper, n, figures.unit
from figures join definitions using (indicator)
where breakdown = 'year'
  and "to" = (select max("to") from figures where breakdown = 'year')
order by title, statistic
`,
  },
  {
    id: "doubt",
    title: "The figures most in doubt",
    group: generalGroup,
    sql: `-- Figures of the latest twelve months by the width of their interval, against their size.
select title, statistic, value, lower, upper, n, (upper - lower) / abs(value) as relative_width
from figures join definitions using (indicator)
where breakdown = 'year' and value <> 0 and upper is not null
  and "to" = (select max("to") from figures where breakdown = 'year')
order by relative_width desc
limit 25
`,
  },
  {
    id: "figures",
    title: "Figures by why they show no number",
    group: generalGroup,
    sql: `-- How many figures are shown, and why the others are not.
select status, why, count(*) as figures
from figures
group by all
order by figures desc
`,
  },
  {
    id: "refused",
    title: "Rows refused, by reason",
    group: generalGroup,
    sql: `-- Rows that were received and refused, with the sentence that says why.
select sentence, kind, refused_n
from quality_reasons
order by refused_n desc, kind, sentence
`,
  },
  {
    id: "silent",
    title: "Months that nobody reported",
    group: generalGroup,
    sql: `-- Months of each kind of record for which a partner sent no file.
select partner, count(*) as months
from coverage
where state = 'missing'
group by all
order by months desc, partner
`,
  },
];

function countRows(tallies: readonly string[]): string {
  const counts = tallies.map((name) => `select '${name}' as tally, count(*) as rows from ${name}`);
  return [
    "-- How many rows each tally has. It loads every tally, which can take some seconds.",
    counts.join("\nunion all\n"),
    "order by rows desc",
    "",
  ].join("\n");
}
