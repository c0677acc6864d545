import type { About, Definition, Figure, TierName } from "../../release/schema.ts";
import { formatPeriodShort } from "./dates.ts";
import { capital } from "./values.ts";

const breakdowns: Record<string, string> = {
  year: "year",
  quarter: "quarter",
  month: "month",
  partner: "partner",
  sector: "sector",
  region: "region",
  threat_type: "threat type",
  rung: "level of escalation",
  sector_reach: "sectors taking part",
  body_says: "what the body says",
  age_band: "age",
  survey_stratum: "kind of place",
  funding_horizon: "time ahead",
  system_class: "kind of system",
  power_class: "kind of power",
  data_right: "right used",
  right_engaged: "right concerned",
  concern_channel: "way it was raised",
};

/** A code as words: "alert_actions" as "alert actions". */
export function plain(code: string): string {
  return code.replaceAll("_", " ");
}

/** "threat_type" as "threat type", "quarter,grade" as "quarter and grade". */
export function nameBreakdown(breakdown: string): string {
  return breakdown
    .split(",")
    .map((one) => breakdowns[one] ?? plain(one))
    .join(" and ");
}

/** The permanent anchor of a breakdown on its indicator's page. */
export function anchorOf(breakdown: string): string {
  return breakdown.replaceAll("_", "-").replaceAll(",", "-by-");
}

/** Whether the breakdown runs over time. */
export function isTime(breakdown: string): boolean {
  return ["year", "quarter", "month"].includes(breakdown);
}

/** A code of a dimension in words; a partner by its name. */
export function nameCode(about: About, dimension: string, code: string): string {
  const label = about.labels[dimension]?.[code];
  if (label !== undefined) return label;
  if (dimension === "partner")
    return about.partners.find((partner) => partner.id === code)?.name ?? code;
  return capital(plain(code));
}

type Named = Pick<Figure, "breakdown" | "category" | "subcategory" | "from" | "to">;

/** What stands at the head of a figure's row: a period, or the code in words. */
export function nameCategory(about: About, figure: Named): string {
  const [dimension = ""] = figure.breakdown.split(",");
  if (isTime(dimension)) return formatPeriodShort(figure.from, figure.to);
  return nameCode(about, dimension, figure.category);
}

/** What stands at the head of the column of a figure's subcategory. */
export function nameSubcategory(about: About, figure: Named): string {
  const dimension = figure.breakdown.split(",")[1] ?? "";
  return nameCode(about, dimension, figure.subcategory ?? "");
}

/** A figure in a list of mixed breakdowns: "Harbour Police", "Jan to Mar 2026, Major". */
export function nameRevised(about: About, figure: Named): string {
  const name = nameCategory(about, figure);
  return figure.subcategory === null ? name : `${name}, ${nameSubcategory(about, figure)}`;
}

/** The band on every page: what the release is, and for whom. */
export const tierWords: Record<TierName, { name: string; says: string }> = {
  public: { name: "Public release", says: "Anybody may read it, check it and share it." },
  sponsor: {
    name: "Sponsor release",
    says: "Restricted: for the senior sponsors of the programme.",
  },
  auditor: {
    name: "Auditor release",
    says: "Restricted: for independent auditors. Exact counts.",
  },
};

/** Which way is better, without praise. */
export const directionWords: Record<Definition["direction"], string> = {
  higher: "Higher is the aim.",
  lower: "Lower is the aim.",
  none: "Neither more nor less is better.",
};

/** Which way is better, and why; a comparison of two groups has its own aim, which is no gap. */
export function sayDirection({
  measure,
  direction,
  directionWhy,
}: Pick<Definition, "measure" | "direction" | "directionWhy">): string {
  return measure === "ratio" ? directionWhy : `${directionWords[direction]} ${directionWhy}`;
}
