import type { Kind, PartnerProfile } from "./partners.ts";

/** What share each code has; only the ratio counts. */
export type Weights = Readonly<Record<string, number>>;

/** How the records of a kind lie over the days, and how many of every thousand are of it. */
export interface KindShape {
  readonly perThousand: number;
  /** Swing over the year: 0.1 is ten per cent more in summer, ten fewer in winter. */
  readonly season: number;
  /** Growth from the first day to the last. */
  readonly growth: number;
  /** A Saturday or Sunday against another day. */
  readonly weekend: number;
  /** A factor from a day on. */
  readonly step: readonly [on: string, factor: number];
}

const noStep = ["2026-10-01", 1] as const;

/** Complaints rise in September 2025, when a web form was opened. */
// prettier-ignore
export const kindShapes: Readonly<Record<Kind, KindShape>> = {
  incidents: { perThousand: 640, season: 0.14, growth: 0.08, weekend: 0.8, step: noStep },
  disruptions: { perThousand: 110, season: -0.1, growth: 0.1, weekend: 0.25, step: noStep },
  predictions: { perThousand: 150, season: 0.05, growth: 0.05, weekend: 0.1, step: noStep },
  complaints: { perThousand: 100, season: 0.08, growth: 0.02, weekend: 0.4, step: ["2025-09-01", 1.45] },
};

/** The threats a sector meets. */
// prettier-ignore
export const threats: Readonly<Record<PartnerProfile["sector"], Weights>> = {
  law_enforcement: { drugs: 26, fraud: 18, trafficking: 14, weapons: 12, cyber: 14, smuggling: 8, terrorism: 5, interference: 2, not_stated: 1 },
  intelligence: { terrorism: 24, interference: 22, cyber: 26, weapons: 10, smuggling: 6, trafficking: 5, drugs: 4, fraud: 2, not_stated: 1 },
  financial: { fraud: 48, drugs: 14, cyber: 14, trafficking: 9, terrorism: 6, interference: 4, smuggling: 3, weapons: 1, not_stated: 1 },
  border: { smuggling: 36, trafficking: 20, drugs: 24, weapons: 11, fraud: 3, terrorism: 3, cyber: 1, interference: 1, not_stated: 1 },
  regional: { drugs: 20, trafficking: 20, smuggling: 18, fraud: 14, cyber: 14, weapons: 7, terrorism: 4, interference: 2, not_stated: 1 },
};

/**
 * How forecasts of a threat turn out: with slope 1 and lean 0, seven in ten that were given 70 per
 * cent come true. A smaller slope is over-confidence; a lean below 0, too much alarm.
 */
export const calibration: Readonly<Record<string, { slope: number; lean: number }>> = {
  cyber: { slope: 0.4, lean: -0.35 },
  interference: { slope: 0.85, lean: -0.1 },
};

/** Pace: factor on the times. Left: share never acted on. Rung: typical rung of the ladder. */
// prettier-ignore
export const severities: Readonly<Record<string, { weight: number; pace: number; left: number; rung: number }>> = {
  low: { weight: 26, pace: 1.5, left: 0.055, rung: 0.5 },
  medium: { weight: 40, pace: 1.08, left: 0.03, rung: 1 },
  high: { weight: 24, pace: 0.75, left: 0.015, rung: 1.8 },
  critical: { weight: 8.5, pace: 0.45, left: 0.005, rung: 2.7 },
  not_stated: { weight: 1.5, pace: 1.2, left: 0.05, rung: 0.6 },
};

/** Value: typical assets restrained, in euros. */
export const grades: Readonly<Record<string, { weight: number; value: number }>> = {
  major: { weight: 12, value: 180_000 },
  moderate: { weight: 38, value: 42_000 },
  minor: { weight: 50, value: 9_000 },
};

/** Without: share in which nothing is restrained. */
// prettier-ignore
export const disruptionKinds: Readonly<Record<string, { weight: number; without: number }>> = {
  arrests: { weight: 30, without: 0.55 },
  seizure: { weight: 22, without: 0.35 },
  asset_restraint: { weight: 16, without: 0 },
  takedown: { weight: 12, without: 0.7 },
  safeguarding: { weight: 10, without: 0.95 },
  prevention: { weight: 8, without: 0.95 },
  other: { weight: 2, without: 0.8 },
};

/** Pace: factor on the time to close. */
export const routes: Readonly<Record<string, { weight: number; pace: number }>> = {
  informal: { weight: 34, pace: 0.55 },
  formal: { weight: 42, pace: 1 },
  investigated: { weight: 21, pace: 2 },
  not_stated: { weight: 3, pace: 1 },
};

/** Lists without further traits. */
// prettier-ignore
export const lists = {
  hour: { 0: 2, 1: 2, 2: 2, 3: 2, 4: 2, 5: 3, 6: 4, 7: 5, 8: 6, 9: 6, 10: 6, 11: 5, 12: 5, 13: 5, 14: 6, 15: 6, 16: 6, 17: 5, 18: 5, 19: 4, 20: 4, 21: 3, 22: 3, 23: 3 },
  horizon: { 30: 26, 60: 22, 90: 30, 120: 10, 180: 12 },
  product: { warning: 34, assessment: 38, estimate: 26, not_stated: 2 },
  right: { privacy: 34, fair_process: 18, non_discrimination: 13, liberty: 12, property: 10, expression: 6, integrity: 5, not_stated: 2 },
  channel: { letter: 34, phone: 30, in_person: 18, representative: 16, not_stated: 2 },
  population_group: { group_a: 45, group_b: 25, group_c: 12, group_d: 6, not_stated: 12 },
  decision: { upheld: 18, partly_upheld: 12, not_upheld: 60, withdrawn: 10 },
  remedy: { apology: 40, correction: 28, compensation: 8, policy_change: 18, discipline: 6 },
} as const satisfies Record<string, Weights>;
