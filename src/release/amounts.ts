import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { TierPolicy } from "../../pipelines/4-disclosure/tiers.ts";
import { completeBase, type AmountBase } from "../disclosure/amounts/amount-base.ts";
import { nameOfCell, placeAmounts, placesOfRow } from "../disclosure/amounts/amount-cells.ts";
import { holdAmounts, type HeldAmounts } from "../disclosure/amounts/hold-amounts.ts";
import {
  isSensitive,
  protectAmounts,
  type ProtectedAmounts,
} from "../disclosure/amounts/protect-amounts.ts";
import { joinEarlier, type SaidSum } from "../disclosure/amounts/said-sums.ts";
import { isSameMoney, showAlike } from "../disclosure/amounts/same-money.ts";
import type { ShownAmount, ShownAmounts } from "../disclosure/amounts/shown.ts";
import { listPlaces, type Domains, type PartnerPlace } from "../indicators/dimensions.ts";
import type { Indicator } from "../indicators/discover.ts";
import { readAmounts } from "../indicators/evaluate.ts";
import { listMonths, type MonthSpan } from "../indicators/months.ts";
import { measures } from "../measures/index.ts";
import type { MeasureSum } from "../measures/measure.ts";
import { exists } from "./files.ts";
import { heldPath } from "./held.ts";
import { releaseProblems } from "./problems.ts";
import type { TierName } from "./schema.ts";
import type { ExactRelease } from "./tier.ts";

const base = z.strictObject({
  dimensions: z.array(z.string()),
  rows: z.array(z.strictObject({ codes: z.array(z.string()), cases: z.int(), cents: z.int() })),
});

const saidSum = z.strictObject({
  ...{ breakdown: z.string(), category: z.string(), subcategory: z.string().nullable() },
  ...{ from: z.string(), to: z.string(), cents: z.int().nullable() },
});

/**
 * What the sums of a tier stand on, by the key of the sum (an indicator, or `<indicator>/<sum>`): the office's memory from one release to the next.
 * It is exact and belongs to no tier: `releases/<id>/held/<tier>.json`, never to be published.
 */
export const heldAmounts = z.strictObject({
  format: z.literal("plumbline-held/1"),
  indicators: z.record(z.string(), base),
  /** What releases before that one have published of each sum, hidden ones with null. */
  said: z.record(z.string(), z.array(saidSum)).default({}),
});

export type HeldFile = z.infer<typeof heldAmounts>;

export function heldAmountsPath(releases: string, release: string, tier: TierName): string {
  return heldPath(releases, release, tier);
}

/**
 * Reads the memory of the release before.
 * @throws Problem where that release is there and its memory is not
 */
export async function readHeld(path: string, folder: string): Promise<HeldFile | undefined> {
  if (!(await exists(folder))) return undefined;
  try {
    return heldAmounts.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    throw releaseProblems.heldMissing(path);
  }
}

/** The sums of money of a release, tier by tier; a more public tier hides what a less public hides. */
export class AmountBook {
  readonly #exact: ExactRelease;
  readonly #before: ReadonlyMap<TierName, HeldFile | undefined>;
  /** By tier and by the key of the sum. */
  readonly #done = new Map<TierName, Map<string, ProtectedSum>>();

  constructor(exact: ExactRelease, before: ReadonlyMap<TierName, HeldFile | undefined>) {
    this.#exact = exact;
    this.#before = before;
  }

  /** Which sums of an indicator a tier may show; undefined for a tier without protection. */
  async show(
    policy: TierPolicy,
    indicator: Indicator,
    span: MonthSpan,
    domains: Domains,
  ): Promise<ShownAmounts | undefined> {
    if (policy.protection === null) return undefined;
    const { sums = [] } = measures[indicator.text.measure];
    const shown = new Map<string, ReadonlyMap<string, ShownAmount>>();
    for (const one of await this.#hold(policy, indicator, sums, span)) {
      const { cells } = await this.#protect(policy, indicator, one, { span, domains });
      shown.set(
        one.sum.statistic,
        new Map(cells.map(({ cell, total, state }) => [nameOfCell(cell), { total, state }])),
      );
    }
    return { sums: shown };
  }

  /** What was protected in a tier, sum by sum. */
  of(tier: TierName): readonly ProtectedSum[] {
    return [...(this.#done.get(tier)?.values() ?? [])];
  }

  /** The memory for the next release. */
  memory(tier: TierName): HeldFile {
    const sums = [...(this.#done.get(tier) ?? [])].map(([key, { done }]) => [
      key,
      {
        dimensions: [...done.base.dimensions],
        rows: done.base.rows.map((row) => ({ ...row, codes: [...row.codes] })),
      },
    ]);
    return {
      format: "plumbline-held/1",
      indicators: Object.fromEntries(sums) as HeldFile["indicators"],
      said: Object.fromEntries(
        [...(this.#done.get(tier) ?? [])].map(([key, { said }]) => [key, [...said]]),
      ),
    };
  }

  async #protect(
    { tier, protection }: TierPolicy,
    indicator: Indicator,
    { sum, exact, held }: HeldSum,
    { span, domains }: { readonly span: MonthSpan; readonly domains: Domains },
  ): Promise<ProtectedAmounts> {
    const { from, amounts } = protection!;
    const key = keyOfSum(indicator, sum);
    const places = ["year", ...indicator.text.breakdowns].flatMap((breakdown) =>
      listPlaces(breakdown, span, domains).map((place) => ({ ...place, breakdown })),
    );
    const codes = held.base.dimensions.map((name) =>
      name === "month" ? listMonths(span) : (domains[name] ?? []),
    );
    const base = completeBase(held.base, codes);
    const partners = await this.#partners();
    const cells = placeAmounts(base, places, span, partners);
    const said = this.#listSaid(tier, indicator, sum);
    const known = joinEarlier(base, cells, said, partners, (members) =>
      isSensitive(base, members, amounts.value),
    );
    const less = from === null ? undefined : this.#done.get(from)?.get(key);
    const hidden = new Set(
      less?.done.protected.cells
        .filter(({ state }) => state !== "shown")
        .map(({ cell }) => nameOfCell(cell)),
    );
    const own = this.#done.get(tier) ?? new Map<string, ProtectedSum>();
    this.#done.set(tier, own);
    const alike = [...own.values()].find(({ done }) => isSameMoney(done.exact, exact));
    const done =
      alike === undefined
        ? await protectAmounts(base, cells, amounts.value, hidden, known)
        : showAlike(base, cells, alike.done.protected, known);
    const { id } = indicator;
    const { statistic } = sum;
    own.set(key, { indicator: id, statistic, said, done: { ...held, exact, protected: done } });
    return done;
  }

  /** What earlier releases of a tier have published of a sum; what was shown once stays known. */
  #listSaid(tier: TierName, indicator: Indicator, sum: MeasureSum): SaidSum[] {
    const older = this.#before.get(tier)?.said[keyOfSum(indicator, sum)] ?? [];
    const { amounts = [] } = this.#exact.earlier.get(tier)?.certificate ?? {};
    const before = amounts.find(
      (one) => one.indicator === indicator.id && one.statistic === sum.statistic,
    );
    const latest = (before?.cells ?? []).map((cell): SaidSum => {
      const { breakdown, category, subcategory, from, to, published } = cell;
      return { breakdown, category, subcategory, from, to, cents: published };
    });
    return [...new Map([...older, ...latest].map((one) => [nameOfSaid(one), one])).values()];
  }

  /** The sums of an indicator, each with what is held back of it from the release before. */
  async #hold(
    { tier, protection }: TierPolicy,
    indicator: Indicator,
    sums: readonly MeasureSum[],
    span: MonthSpan,
  ): Promise<HeldSum[]> {
    const memory = this.#before.get(tier)?.indicators ?? {};
    const last = this.#exact.earlier.get(tier)?.about.period.to;
    const found: { readonly now: AmountBase; readonly before: AmountBase | undefined }[] = [];
    for (const sum of sums) {
      const now = await readAmounts(this.#exact.engine, indicator, sum);
      found.push({
        now,
        before: last === undefined ? undefined : memory[keyOfSum(indicator, sum)],
      });
    }
    const { dimensions } = found[0]?.now ?? { dimensions: [] };
    const { breakdowns } = indicator.text;
    const places = placesOfRow(dimensions, breakdowns, span, await this.#partners());
    const held = holdAmounts(found, last ?? "", protection!.changes.value, places);
    return sums.map((sum, at) => ({ sum, exact: found[at]!.now, held: held[at]! }));
  }

  async #partners(): Promise<Map<string, PartnerPlace>> {
    const rows = await this.#exact.engine.rows<PartnerPlace>(
      "select partner::varchar as partner, sector, region from partners",
    );
    return new Map(rows.map((row) => [row.partner, row]));
  }
}

/** One sum of an indicator, as the tallies have it and with what is held back of it. */
interface HeldSum {
  readonly sum: MeasureSum;
  readonly exact: AmountBase;
  readonly held: HeldAmounts;
}

/** What names a sum of money in every release: the indicator, and which sum where it has several. */
function keyOfSum({ id, text }: Indicator, { statistic }: MeasureSum): string {
  return measures[text.measure].sums!.length === 1 ? id : `${id}/${statistic}`;
}

/** Another number for the same place is another sum, for a reader has both. */
function nameOfSaid(one: SaidSum): string {
  return `${nameOfCell(one)}|${one.cents ?? "hidden"}`;
}

export interface ProtectedSum {
  readonly indicator: string;
  readonly statistic: string;
  /** What earlier releases have published of it. */
  readonly said: readonly SaidSum[];
  readonly done: DoneAmounts;
}

export interface DoneAmounts {
  /** As the tallies have it, and with what is held back from the release before. */
  readonly exact: AmountBase;
  readonly base: AmountBase;
  readonly held: number;
  readonly protected: ProtectedAmounts;
}
