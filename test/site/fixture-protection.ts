import type * as schema from "../../src/release/schema.ts";

type Statistic = schema.Definition["statistics"][number];
type Told = Omit<
  schema.Figure,
  "indicator" | "breakdown" | "category" | "subcategory" | "from" | "to" | "statistic" | "unit"
>;

/** A figure before protection: rounded cases, a value, a lot between 0 and 1. */
export interface Draft {
  readonly n: number;
  readonly value: number;
  readonly lot: number;
  readonly base: number | null;
}

/** Places whose figures are shown in a way of their own, one at least of each there is. */
const special: Readonly<Record<string, schema.Reason | "at most" | "at least">> = {
  "assets-restrained partner lantern-service": "dominated",
  "assets-restrained partner estuary-customs": "protects another",
  "alerts-acted-in-time region north": "at least",
  "alerts-acted-in-time region capital": "at most",
  "misuse-found year 2025-10_2026-09": "at most",
  "forecast-accuracy partner harbour-police": "small number",
  "complaints-per-1000-actions region coast": "undefined",
  "complaints-per-1000-actions sector border": "no cases",
};

/** What a tier shows of a figure; the rules are those of the public tier, its base aside. */
export function showOrHide(place: string, draft: Draft, statistic: Statistic): Told {
  const why = whyNot(place, draft, statistic);
  if (why === undefined) return show(place, draft, statistic);
  const hidden = confidential[why] !== undefined;
  return {
    ...{ status: hidden ? "hidden" : "absent", value: null, exact: null, lower: null, upper: null },
    ...{ n: hidden ? null : why === "not reached" ? draft.n : 0, why, bound: null, about: false },
    decimals: statistic.decimals,
    mark: why === "few cases" && statistic.unit === "count" ? "[low]" : marks[why],
    conf_status: confidential[why] ?? "F",
  };
}

const confidential: Partial<Record<schema.Reason, schema.Confidentiality>> = {
  "few cases": "A",
  "small number": "A",
  dominated: "C",
  "protects another": "D",
};

const marks: Readonly<Record<schema.Reason, schema.Mark>> = {
  "few cases": "[c]",
  "small number": "[c]",
  dominated: "[c]",
  "protects another": "[c]",
  "not recorded": "[x]",
  "not reached": "[x]",
  "no cases": "[z]",
  undefined: "[z]",
};

function whyNot(place: string, draft: Draft, { name, unit }: Statistic): schema.Reason | undefined {
  if (/ (not_stated|ledger-unit)$/.test(place)) return "not recorded";
  const own = special[place];
  const { n, lot, base } = draft;
  const absent = own === "undefined" || own === "no cases";
  if (absent || (base !== null && own !== undefined && !own.startsWith("at ")))
    return own as schema.Reason;
  const least = unit === "share" ? 40 : name === "p90" ? 10 * base! : base!;
  if (base !== null && n < least) return "few cases";
  return name === "p90" && lot < 0.1 ? "not reached" : undefined;
}

function show(place: string, { n, value, base }: Draft, { unit, decimals }: Statistic): Told {
  const rest = { status: "value", why: null, n, mark: "", conf_status: "F" } as const;
  const plain = { ...rest, exact: null, bound: null, about: false, decimals };
  const half = n === 0 ? 0 : value * (1.6 / Math.sqrt(n));
  const [lower, upper] = [Math.max(0, value - half), value + half];
  if (unit === "money")
    return { ...plain, value: cents(value), exact: value.toFixed(2), lower: null, upper: null };
  if (unit !== "share" || base === null) return { ...plain, ...{ value, lower, upper } };
  const bound = special[place];
  if (bound === "at most")
    return { ...plain, bound, value: 0.04, lower: 0, upper: 0.04, decimals: 0 };
  if (bound === "at least")
    return { ...plain, bound, value: 0.96, lower: 0.96, upper: 1, decimals: 0 };
  const step = n < 400 ? 0.05 : n < 4000 ? 0.01 : 0.001;
  return {
    ...plain,
    value: Number((Math.round(value / step) * step).toFixed(4)),
    lower: Math.floor(lower * 100) / 100,
    upper: Math.min(1, Math.ceil(upper * 100) / 100),
    about: n < 400,
    decimals: n < 4000 ? 0 : 1,
  };
}

const cents = (value: number): number => Math.round(value * 100) / 100;
