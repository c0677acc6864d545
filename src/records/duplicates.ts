import { quoteName, type Engine } from "../engines/duckdb.ts";
import type { Contract } from "./contract.ts";
import { checkColumns } from "./load.ts";
import { codeOf, listReasons, repeatCode } from "./reasons.ts";

const reason = quoteName(checkColumns.reason);
const keyHash = quoteName(checkColumns.keyHash);
const keyCheck = quoteName(checkColumns.keyCheck);

/**
 * Marks repeats among the rows without a fault. Identical in every field: the first is kept and
 * the others are counted as repeats. The same key with other content: none of them is kept, for
 * nobody here can say which one is right.
 *
 * Keys are compared by two 64-bit hashes, so 128 bits: among 10 million records two different
 * keys agree by chance with a probability below 1e-24.
 */
export async function markRepeats(engine: Engine, contract: Contract): Promise<void> {
  const table = quoteName(contract.kind);
  await engine.run(`
    create or replace temp table "#suspects" as
    select distinct ${keyHash} as hash from (
      select ${keyHash}, lag(${keyHash}) over (order by ${keyHash}) as before
      from ${table} where ${reason} = 0
    ) where ${keyHash} = before`);
  const [found] = await engine.rows<{ n: number }>(`select count(*) as n from "#suspects"`);
  if (found!.n > 0) await markSuspects(engine, contract);
  await engine.run(`drop table "#suspects"`);
}

async function markSuspects(engine: Engine, contract: Contract): Promise<void> {
  const table = quoteName(contract.kind);
  const content = Object.keys(contract.fields)
    .filter((name) => name !== contract.key)
    .map(quoteName)
    .join(", ");
  const reused = codeOf(listReasons(contract), "key_reused");
  await engine.run(`
    create or replace temp table "#repeats" as
    with records as (
      select rowid as id, partner, ${keyHash}, ${keyCheck}, row(${content}) as content
      from ${table} where ${reason} = 0 and ${keyHash} in (select hash from "#suspects")
    ),
    keys as (
      select partner, ${keyHash}, ${keyCheck}, min(id) as first, count(distinct content) as contents
      from records group by all having count(*) > 1
    )
    select id, case when contents > 1 then ${reused} else ${repeatCode} end as code
    from records join keys using (partner, ${keyHash}, ${keyCheck})
    where contents > 1 or id <> first`);
  await engine.run(`
    update ${table} set ${reason} = r.code from "#repeats" r where ${table}.rowid = r.id`);
  await engine.run(`drop table "#repeats"`);
}
