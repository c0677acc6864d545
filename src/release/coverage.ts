import { listMonths, monthOf, quarterOf, type MonthSpan } from "../indicators/months.ts";
import { listSubmitted } from "../records/contract.ts";
import type { Engine } from "../engines/duckdb.ts";
import { isExactKind } from "../disclosure/figure-rules.ts";
import type { TierPolicy } from "../../pipelines/4-disclosure/tiers.ts";
import type { Coverage } from "./schema.ts";
import type { ExactRelease } from "./tier.ts";

/**
 * Which partner reported which kind for which month. Partners that neither submit a kind nor agreed
 * to are left out of that kind. In a protected tier a month is
 * silent only where the partner's files speak of it in several protected kinds and hold no record of
 * any kind: that one kind has none would be a count of 0 that is certain, and that it has one too.
 */
export async function readCoverage(
  { engine, plan }: ExactRelease,
  policy: TierPolicy,
): Promise<Coverage[]> {
  const span = { from: plan.programme.starts, to: monthOf(plan.release.cutOff) };
  const agreed = plan.programme.partners.flatMap(({ id, submits }) =>
    submits.map((kind) => `${kind}|${id}`),
  );
  const submitted = new Set(listSubmitted(plan.contracts).map(({ kind }) => kind));
  const quarterly = plan.contracts.filter(({ counted }) => counted === "quarterly");
  const kinds = new Set(quarterly.map(({ kind }) => kind));
  const all = await readExact(engine, span, agreed, kinds);
  const exact = all.filter(({ kind }) => submitted.has(kind));
  if (policy.protection === null) return exact;
  const place = ({ partner, month }: Coverage): string => `${partner}|${month}`;
  const sent = exact.filter(({ state }) => state !== "missing");
  const heard = new Set(sent.filter(({ state }) => state === "reported").map(place));
  const kept = Map.groupBy(
    sent.filter(({ kind }) => !isExactKind(policy, kind)),
    place,
  );
  return exact.map((one) =>
    one.state === "silent" &&
    !isExactKind(policy, one.kind) &&
    (heard.has(place(one)) || kept.get(place(one))!.length < fewestSilent)
      ? { ...one, state: "reported" }
      : one,
  );
}

/** Protected kinds in which a partner has to be silent before a protected tier says so. */
const fewestSilent = 3;

/**
 * @param agreed kinds and partners that are due beside those that were ever submitted
 * @param quarterly kinds of which a record speaks of its whole quarter
 */
async function readExact(
  engine: Engine,
  span: MonthSpan,
  agreed: readonly string[],
  quarterly: ReadonlySet<string>,
): Promise<Coverage[]> {
  const held = await engine.rows<{ kind: string; partner: string; month: string }>(
    "select kind, partner, strftime(month, '%Y-%m') as month from coverage order by all",
  );
  const periods = await engine.rows<{ kind: string; partner: string; from: string; to: string }>(`
    select kind, partner::varchar as partner, period_from::varchar as "from",
      least(period_to, as_of)::varchar as "to"
    from submissions order by all`);
  const spanOf = (kind: string, month: string): string =>
    quarterly.has(kind) ? quarterOf(month) : month;
  const reported = new Set(
    held.map(({ kind, partner, month }) => `${kind}|${partner}|${spanOf(kind, month)}`),
  );
  const pairs = new Set([...periods.map((row) => `${row.kind}|${row.partner}`), ...agreed]);
  return [...pairs].flatMap((pair) => {
    const [kind, partner] = pair.split("|") as [string, string];
    const own = periods.filter((row) => row.kind === kind && row.partner === partner);
    return listMonths(span).map((month) => {
      const covered = own.some((row) => monthOf(row.from) <= month && month <= monthOf(row.to));
      const state = reported.has(`${pair}|${spanOf(kind, month)}`)
        ? "reported"
        : covered
          ? "silent"
          : "missing";
      return { partner, kind, month, state };
    });
  });
}
