import { test } from "vitest";
import { expectRefused, inPeriod, routes, table } from "./visits.ts";

const swapped = "case route when 'inland' then 'coastal' else 'inland' end as route";

const faults: [string, string, string, RegExp][] = [
  [
    "a label that is not there",
    table("visit_routes", "nullif(route::varchar, 'inland') as route, count(*) as visits_n"),
    "tally-unfilled",
    /visit_routes .* without a label/,
  ],
  [
    "a time below 0",
    table("visit_routes", "route, -1 as duration_days, count(*) as visits_n"),
    "tally-unfilled",
    /visit_routes .* below 0/,
  ],
  [
    "a case in one table only",
    routes +
      table(
        "visit_ways",
        "route, 'by sea' as way, count(*) as visits_n",
        `${inPeriod} and day(paid_on) <> 3`,
      ),
    "tally-partition",
    /visit_routes and visit_ways of the kind visits .* month, partner, route\.$/,
  ],
  [
    "as many cases in other blocks",
    routes + table("visit_ways", `${swapped}, 'by sea' as way, count(*) as visits_n`),
    "tally-partition",
    /visit_routes and visit_ways/,
  ],
  [
    "cases after the cut-off",
    table("visit_routes", "route, count(*) as visits_n", "visits"),
    "tally-cases",
    /visit_routes .* every case of the period exactly once/,
  ],
  [
    "a case that is counted twice",
    table("visit_routes", "route, (count(*) + count_if(day(paid_on) = 3)) as visits_n"),
    "tally-cases",
    /visit_routes/,
  ],
  [
    "a case in another month",
    `create table visit_routes as select date '2026-01-01' as month, partner, count(*) as visits_n
      from ${inPeriod} group by all`,
    "tally-cases",
    /visit_routes/,
  ],
];

test.each(faults)("a tally with %s is refused", (_, sql, code, words) =>
  expectRefused(sql, code, words),
);
