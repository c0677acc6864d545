import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Engine, quoteText } from "../../src/engines/duckdb.ts";
import { discoverContracts } from "../../src/records/discover.ts";
import { readTallies } from "../../src/tallies/tally.ts";

/**
 * What `run` is measured against: DuckDB alone reads the same columns of the same Parquet files into
 * a table and does the same GROUP BYs. It checks nothing, refuses nothing and finds no repeats.
 */
const folder = process.argv[2]!;

/** Columns of the contract that the compact does not have, and those that all have. */
const moments = [
  ...["gap_flagged_at", "gap_answered_at", "support_requested_at", "support_given_at"],
  "escalated_at",
];
const recorded = "notebook_opened_at, joint_command_at, alert_source, alert_outcome";

const files = await newestFiles(join(folder, "submissions"));
const contracts = (await discoverContracts()).filter(({ kind }) => kind === "incidents");
const tallies = await readTallies(contracts);
const started = performance.now();
const engine = await Engine.open({ memoryLimit: "2500MB", spillTo: join(folder, ".baseline") });
await engine.run(`
  create table submissions as select * from (values
    ${files.map((file, at) => `(${at + 1}, 'incidents', ${quoteText(file.partner)}, date ${quoteText(file.received)}, []::varchar[])`).join(", ")}
  ) t(submission_id, kind, partner, as_of, not_recorded);
  create table incidents as ${files.map((file, at) => selectFile(file, at + 1)).join(" union all ")}`);
await engine.run(`
  create table programme_period as
  select date '2024-10-01' as starts, date '2026-09-30' as cut_off`);
for (const { sql } of tallies) await engine.run(sql);
const [counted] = await engine.rows<{ n: number }>("select sum(alerts_n) as n from alert_actions");
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage();
engine.close();
console.log(
  JSON.stringify({
    ...{ milliseconds, processor: (user + system) / 1e6 },
    ...{ megabytes: process.resourceUsage().maxRSS / 1024, n: counted!.n },
  }),
);

interface NewestFile {
  readonly path: string;
  readonly partner: string;
  readonly received: string;
}

async function newestFiles(submissions: string): Promise<NewestFile[]> {
  const found: NewestFile[] = [];
  for (const partner of (await readdir(submissions)).sort()) {
    for (const period of (await readdir(join(submissions, partner))).sort()) {
      const names = (await readdir(join(submissions, partner, period))).sort();
      const name = names.filter((one) => one.startsWith("incidents")).at(-1);
      if (name === undefined) continue;
      const path = join(submissions, partner, period, name);
      found.push({ path, partner, received: /@([\d-]+)\./.exec(name)![1]! });
    }
  }
  return found;
}

function selectFile({ path, partner }: NewestFile, id: number): string {
  const columns =
    partner === "compact"
      ? `ref as incident_id, severity::varchar as severity, rung as escalation_level,
        case category when 'T1' then 'terrorism' when 'T2' then 'trafficking'
          when 'T3' then 'smuggling' when 'T4' then 'drugs' when 'T5' then 'cyber'
          when 'T6' then 'fraud' when 'T7' then 'weapons' when 'T8' then 'interference'
          else 'not_stated' end as threat_type,
        ${moment("raised")} as alerted_at, ${moment("receipted")} as acknowledged_at,
        ${moment("passed_on")} as shared_at, ${moment("action")} as acted_at,
        ${moment("ended")} as closed_at, null::boolean as debrief_held,
        ${moments.map((name) => `null::timestamp as ${name}`).join(", ")},
        null::boolean as above_threshold, null::date as lessons_closed_on,
        null::varchar as population_group, ${recorded}`
      : `incident_id, severity::varchar as severity, escalation_level, threat_type, try_cast(alerted_at as timestamp) as alerted_at,
        try_cast(acknowledged_at as timestamp) as acknowledged_at,
        try_cast(shared_at as timestamp) as shared_at, try_cast(acted_at as timestamp) as acted_at,
        try_cast(closed_at as timestamp) as closed_at,
        try_cast(debrief_held as boolean) as debrief_held,
        ${moments.map((name) => `try_cast(${name} as timestamp) as ${name}`).join(", ")},
        above_threshold, lessons_closed_on, population_group, ${recorded}`;
  return `select ${id} as submission_id, ${quoteText(partner)} as partner, ${columns}
    from read_parquet(${quoteText(path)})`;
}

function moment(column: string): string {
  return `try_strptime(${column}, '%d/%m/%Y %H:%M:%S')`;
}
