import { addMonths } from "../indicators/months.ts";
import type { About, Coverage, Figure, Register } from "../release/schema.ts";
import type { Attention, Judgement } from "../release/schema/steering.ts";
import type { SteeredIndicator } from "./periods.ts";

/** What attention is called for by; all of it is published in the same release. */
export interface AttentionGround {
  readonly about: About;
  readonly health: readonly Judgement[];
  readonly indicators: readonly SteeredIndicator[];
  readonly coverage: readonly Coverage[];
  readonly register: Register;
}

/**
 * What needs a sponsor: what got worse for a reason, targets that will be missed, posts without
 * anybody, needs without money, recommendations past their day, partners that fell silent. What a
 * figure does by chance is not in it.
 */
export function listAttention(ground: AttentionGround): Attention[] {
  return [
    ...ground.health.flatMap(findWorse),
    ...ground.health.flatMap(findMissed),
    ...findVacancies(ground),
    ...findFundingGaps(ground),
    ...findOverdue(ground.register),
    ...findOverdueCounted(ground),
    ...findSilent(ground),
  ];
}

function findWorse({ indicator, variation, since, points }: Judgement): Attention[] {
  if (variation !== "worse") return [];
  const to = points.at(-1)!.period;
  return [{ kind: "worse", indicator, since: since!, to, evidence: [`indicator:${indicator}`] }];
}

function findMissed({ indicator, assurance, target, points }: Judgement): Attention[] {
  if (assurance !== "misses") return [];
  const { lower, upper } = points.at(-1)!;
  const evidence = [`indicator:${indicator}`];
  return [
    { kind: "misses target", indicator, target: target!, lower: lower!, upper: upper!, evidence },
  ];
}

const vacancies = "sponsor-posts-vacant";

/** By the latest month that can be shown, or the latest year where there is none. */
function findVacancies({ about, indicators }: AttentionGround): Attention[] {
  const own = indicators.find(({ definition }) => definition.id === vacancies);
  const latest = own && findLatest(own);
  if (latest?.value == null || latest.value <= 0) return [];
  const { to, value } = latest;
  const evidence = [nameEvidence(about, latest)];
  return [{ kind: "vacant posts", indicator: vacancies, to, value, evidence }];
}

/** Shares of a need that is not committed in full, each at its latest. */
function findFundingGaps({ about, indicators }: AttentionGround): Attention[] {
  return indicators
    .filter(({ definition: { id, family } }) => family === "sponsorship" && /fund/.test(id))
    .flatMap((indicator): Attention[] => {
      const latest = findLatest(indicator);
      const { id, unit } = indicator.definition;
      if (unit !== "share" || latest?.value == null || latest.value >= 1) return [];
      const { to, value } = latest;
      const evidence = [nameEvidence(about, latest)];
      return [{ kind: "funding gap", indicator: id, to, value, evidence }];
    });
}

function findLatest({ definition, figures }: SteeredIndicator): Figure | undefined {
  const statistic = definition.statistics[0]!.name;
  const own = figures.filter((one) => one.statistic === statistic && one.subcategory === null);
  return ["month", "quarter", "year"]
    .map((breakdown) => own.filter((one) => one.breakdown === breakdown && one.value !== null))
    .find((found) => found.length > 0)
    ?.at(-1);
}

function nameEvidence({ release }: About, figure: Figure): string {
  const { indicator, breakdown, category, statistic } = figure;
  return `figure:${release.id}/${indicator}/${breakdown}/${category}/${statistic}`;
}

function findOverdue({ recommendations }: Register): Attention[] {
  const late = recommendations.filter(({ overdue }) => overdue);
  const owners = Map.groupBy(late, ({ addressee }) => addressee);
  return [...owners].map(([addressee, own]) => {
    const ids = own.map(({ id }) => id);
    const oldest = own.map(({ due }) => due).sort()[0]!;
    const evidence = ids.map((id) => `recommendation:${id}`);
    return { kind: "overdue", addressee, recommendations: ids, oldest, evidence };
  });
}

const overdue = "recommendations-overdue";

/** Recommendations of all kinds that partners record, where they are an indicator. */
function findOverdueCounted({ about, indicators }: AttentionGround): Attention[] {
  const own = indicators.find(({ definition }) => definition.id === overdue);
  const late = (own?.figures ?? []).filter(
    ({ breakdown, value }) => breakdown === "partner" && value !== null && value > 0,
  );
  if (late.length === 0) return [];
  const owners = late.map(({ category, value }) => ({ partner: category, count: value! }));
  const evidence = late.map((figure) => nameEvidence(about, figure));
  return [{ kind: "overdue counted", indicator: overdue, owners, evidence }];
}

/** Partners without a file for the last months of a kind, or of one that was agreed and never came. */
function findSilent({ about, coverage }: AttentionGround): Attention[] {
  return about.partners.flatMap(({ id }): Attention[] => {
    const own = coverage.filter(({ partner }) => partner === id);
    const kinds = Map.groupBy(own, ({ kind }) => kind);
    const gaps = [...kinds].flatMap(([kind, rows]) => {
      const months = rows.toSorted((a, b) => (a.month < b.month ? -1 : 1));
      const last = months.findLast(({ state }) => state !== "missing")?.month;
      const end = months.at(-1)!.month;
      if (last === end) return [];
      return [{ kind, since: last === undefined ? null : addMonths(last, 1) }];
    });
    const all = [...new Set(own.map(({ month }) => month))];
    const groups = Map.groupBy(gaps, ({ since }) => since);
    return [...groups].map(([since, some]) => ({
      ...{ kind: "stopped reporting", partner: id, since, evidence: [`partner:${id}`] },
      kinds: some.map(({ kind }) => kind).sort(),
      months: all.filter((month) => month >= (since ?? "")).length,
    }));
  });
}
