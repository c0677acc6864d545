import type * as schema from "../../src/release/schema.ts";

const variations = ["noise", "better", "worse", "up", "down"] as const;

/** An invented judgement of each indicator: every verdict occurs, and one indicator has too few points. */
function judge(indicator: string, at: number, figures: readonly schema.Figure[]): schema.Judgement {
  const [first] = figures;
  const statistic = first!.statistic;
  const months = figures.filter(
    (figure) =>
      figure.breakdown === "month" && figure.statistic === statistic && figure.value !== null,
  );
  const base = { indicator, statistic, chart: "xmr" as const, target: null, leftOut: [] };
  if (months.length < 8 || at === 5) {
    const silent = { variation: null, since: null, assurance: null };
    return { ...base, ...silent, by: null, why: "too few points", points: [] };
  }
  const values = months.map(({ value }) => value!);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variation = variations[at % variations.length]!;
  const points = months.map((month, place): schema.ChartedPoint => {
    const { category: period, from, to, value } = month;
    const limits = { mean, lower: Math.max(0, mean * 0.6), upper: mean * 1.4 };
    const late = place >= months.length - 7;
    return { period, from, to, value: value!, ...limits, variation: late ? variation : "noise" };
  });
  const aims = at % 4 === 2 ? { target: mean * 2, assurance: "misses" as const } : {};
  return {
    ...{ ...base, by: "month", why: null, points, variation, assurance: null },
    since: variation === "noise" ? null : points.at(-7)!.period,
    leftOut: [{ period: "2026-10", why: "not settled" }],
    ...aims,
  };
}

/** The files by which an invented release of a restricted tier judges its figures. */
export function steeringOf(
  figures: readonly schema.Figure[],
  indicators: readonly { readonly id: string }[],
  partners: readonly { readonly id: string }[],
): [path: string, content: unknown][] {
  const health = indicators.map(({ id }, at) =>
    judge(
      id,
      at,
      figures.filter(({ indicator }) => indicator === id),
    ),
  );
  const compared = partners.slice(0, -1).map(({ id }, at): schema.ComparedPartner => ({
    ...{ partner: id, numerator: 50, denominator: 100, value: at === 1 ? 0.1 : 0.5, z: 0 },
    ...{ limits95: [0.4, 0.6], limits998: [0.3, 0.7], apart: at === 1 ? "below" : null },
  }));
  const comparison: schema.Comparison[] = ["alerts-acted-in-time", "complaints-upheld"].map(
    (indicator, at) => ({
      ...{ indicator, statistic: "share", from: "2025-10", to: "2026-09", overall: 0.5 },
      ...{ phi: 1, tau2: 0, why: null, tooFew: partners.slice(-1).map(({ id }) => id) },
      partners: at === 0 ? compared : compared.map((one) => ({ ...one, apart: null })),
    }),
  );
  const attention: schema.Attention[] = [
    {
      ...{
        kind: "worse",
        indicator: health.find(({ variation }) => variation === "worse")!.indicator,
      },
      ...{ since: "2026-03", to: "2026-09", evidence: [] },
    },
    {
      ...{ kind: "stopped reporting", partner: partners[1]!.id, kinds: ["incidents"] },
      ...{ since: "2026-08", months: 2, evidence: [`partner:${partners[1]!.id}`] },
    },
  ];
  return [
    ["health.json", health],
    ["comparison.json", comparison],
    ["attention.json", attention],
  ];
}
