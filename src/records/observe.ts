import { quoteName, quoteText, type Engine } from "../engines/duckdb.ts";
import { createRecordTable, recordColumns } from "./columns.ts";
import type { Contract } from "./contract.ts";
import { observeDeliveries } from "./observe-deliveries.ts";
import { observeReporting } from "./observe-reporting.ts";
import type { ObservedRecord, Seen } from "./seen.ts";

const observers: Readonly<Record<string, (seen: Seen) => ObservedRecord[]>> = {
  deliveries: observeDeliveries,
  reporting: observeReporting,
};

/**
 * Makes the tables of the kinds that no partner submits, as `ingest` leaves those of the others.
 * @throws TypeError for an observed kind of which nothing is seen: a bug
 */
export async function observe(
  engine: Engine,
  contracts: readonly Contract[],
  seen: Seen,
): Promise<void> {
  for (const contract of contracts.filter(({ observed }) => observed === true)) {
    const observer = observers[contract.kind];
    if (observer === undefined) throw new TypeError(`nothing is seen of ${contract.kind}`);
    await engine.run(createRecordTable(contract));
    const records = observer(seen);
    const partners = [...new Set(records.map(({ partner }) => partner))];
    const first = await nextId(engine);
    await insertSubmissions(engine, contract, seen, partners, first);
    await insertRecords(engine, contract, records, (partner) => first + partners.indexOf(partner));
  }
}

async function nextId(engine: Engine): Promise<number> {
  const [row] = await engine.rows<{ id: number }>(
    "select coalesce(max(submission_id), 0)::integer + 1 as id from submissions",
  );
  return row!.id;
}

/** What was seen of a partner counts as submitted by it, for the whole programme, at the cut-off. */
async function insertSubmissions(
  engine: Engine,
  { kind }: Contract,
  { programme, cutOff }: Seen,
  partners: readonly string[],
  first: number,
): Promise<void> {
  const [from, to] = [quoteText(`${programme.starts}-01`), quoteText(cutOff)];
  const rows = partners.map(
    (partner, at) =>
      `(${first + at}, ${quoteText(kind)}, ${quoteText(partner)}, ${from}, ${to}, null, ${to}, [])`,
  );
  if (rows.length > 0) await engine.run(`insert into submissions values ${rows.join(", ")}`);
}

async function insertRecords(
  engine: Engine,
  contract: Contract,
  records: readonly ObservedRecord[],
  idOf: (partner: string) => number,
): Promise<void> {
  const names = recordColumns(contract)
    .map(({ name }) => name)
    .filter((name) => name !== "submission_id");
  const rows = records.map((record) => {
    const values = names.map((name) => quoteText(String(record[name])));
    return `(${[idOf(record.partner), ...values].join(", ")})`;
  });
  if (rows.length === 0) return;
  const columns = ["submission_id", ...names].map(quoteName).join(", ");
  await engine.run(
    `insert into ${quoteName(contract.kind)} (${columns}) values ${rows.join(", ")}`,
  );
}
