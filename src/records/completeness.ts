import { quoteName, type Engine } from "../engines/duckdb.ts";
import type { Programme } from "../programme.ts";
import { listOptional, type Contract } from "./contract.ts";
import { idsOf } from "./count.ts";
import type { PlannedFile } from "./group.ts";
import type { Completeness } from "./report.ts";

type Row = Readonly<Record<string, number | string>>;

/**
 * How often each field that may be empty was filled, for each partner: counts over accepted records,
 * and never a value. `filled`, `empty` and `notRecorded` add up to the partner's accepted records.
 * @param files those of the kind that are in use
 */
export async function measureCompleteness(
  engine: Engine,
  programme: Programme,
  contract: Contract,
  files: readonly PlannedFile[],
): Promise<Completeness[]> {
  const fields = listOptional(contract);
  if (fields.length === 0) return [];
  const counts = fields.map((name, at) => `count(${quoteName(name)}) as f${at}`);
  const rows = await engine.rows<Row>(
    `select submission_id, partner::varchar as partner, count(*) as n, ${counts.join(", ")}
     from ${quoteName(contract.kind)} group by all order by all`,
  );
  const totals = new Map<string, Completeness>();
  for (const row of rows) {
    const missing = notRecordedIn(Number(row["submission_id"]), programme, files);
    for (const [at, field] of fields.entries()) {
      const partner = String(row["partner"]);
      const key = `${partner}|${field}`;
      const none = { kind: contract.kind, partner, field, filled: 0, empty: 0, notRecorded: 0 };
      const total = totals.get(key) ?? none;
      totals.set(key, addTo(total, row, at, missing.includes(field)));
    }
  }
  return [...totals.values()];
}

function addTo(total: Completeness, row: Row, at: number, isMissing: boolean): Completeness {
  const all = Number(row["n"]);
  if (isMissing) return { ...total, notRecorded: total.notRecorded + all };
  const filled = Number(row[`f${at}`]);
  return { ...total, filled: total.filled + filled, empty: total.empty + all - filled };
}

/** The fields that the file behind a submission id does not keep. */
function notRecordedIn(
  id: number,
  programme: Programme,
  files: readonly PlannedFile[],
): readonly string[] {
  const own = files.find(
    ({ file, firstId }) => id >= firstId && id < firstId + idsOf(programme, file.partner),
  );
  return own?.plan.notRecorded ?? [];
}
