import type { Coverage, Curve, Figure } from "../../src/release/schema.ts";

/** Invented figures of the size of a real page, the same on every run. */

export const partners: Readonly<Record<string, string>> = {
  harbour: "Harbour Police",
  northwatch: "Northwatch Constabulary",
  "capital-crime": "Capital Crime Directorate",
  lantern: "Lantern Service",
  beacon: "Beacon Signals Office",
  ledger: "Ledger Unit",
  gatehouse: "Gatehouse Border Agency",
  estuary: "Estuary Customs",
  compact: "Southern Compact",
};

export const partnerCodes = Object.keys(partners);

/** The nth month from October 2024. */
export function month(nth: number): string {
  const count = 2024 * 12 + 9 + nth;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

export function figure(changes: Partial<Figure>): Figure {
  return {
    indicator: "alert-to-action",
    breakdown: "month",
    category: changes.from ?? "2026-09",
    subcategory: null,
    from: "2026-09",
    to: "2026-09",
    statistic: "median",
    unit: "hours",
    status: "value",
    value: 6.2,
    exact: null,
    lower: 5.8,
    upper: 6.7,
    n: 240,
    why: null,
    bound: null,
    about: false,
    decimals: 1,
    mark: "",
    conf_status: "F",
    ...changes,
  };
}

/** The same figure as a tier shows it that may not: no number is left in it. */
export function hide(shown: Figure): Figure {
  const nothing = { value: null, lower: null, upper: null, n: null };
  return {
    ...{ ...shown, ...nothing, status: "hidden", why: "few cases", conf_status: "A" },
    mark: shown.unit === "count" ? "[low]" : "[c]",
  };
}

/** The figure as a count of about a hundred; one that is hidden is too low to be shown. */
export function asCount(of: Figure): Figure {
  const tens = (value: number | null) => (value === null ? null : Math.round(value) * 10);
  const numbers = { value: tens(of.value), lower: tens(of.lower), upper: tens(of.upper) };
  const mark = of.status === "hidden" ? "[low]" : of.mark;
  return { ...of, ...numbers, unit: "count", decimals: 0, mark };
}

/** 24 months, of which one alone and three in a row are hidden. */
export const monthly: readonly Figure[] = Array.from({ length: 24 }, (_, nth) => {
  const value = 8 - nth * 0.083 + noise(nth);
  const shown = figure({
    from: month(nth),
    to: month(nth),
    category: month(nth),
    value,
    lower: value - 0.61 + noise(nth + 40) / 3,
    upper: value + 0.72,
    n: 120 + Math.round(60 * noise(nth + 90)),
  });
  return nth === 7 || (nth >= 14 && nth < 17) ? hide(shown) : shown;
});

/** Nine partners over a year, of which one is hidden. */
export const byPartner: readonly Figure[] = partnerCodes.map((category, nth) => {
  const value = 5.2 + 1.7 * noise(nth + 7) + nth * 0.2;
  const shown = figure({
    breakdown: "partner",
    category,
    from: "2025-10",
    value,
    lower: value - 0.9,
    upper: value + 1.3 + nth * 0.1,
    n: 90 + nth * 31,
  });
  return category === "lantern" ? hide(shown) : shown;
});

export const grades = { major: "Major", moderate: "Moderate", minor: "Minor", none: "None seen" };

/** Four grades over eight quarters, of which one is hidden. */
export const byGrade: readonly Figure[] = Object.keys(grades).flatMap((subcategory, row) =>
  Array.from({ length: 8 }, (_, quarter) => {
    const value = 24 + row * 13 + Math.round(14 * noise(row * 8 + quarter));
    const [from, to] = [month(quarter * 3), month(quarter * 3 + 2)];
    const limits = { lower: value - 8, upper: value + 9 };
    const named = { breakdown: "quarter,grade", category: from, subcategory, from, to };
    const shown = figure({ ...named, ...limits, unit: "count", decimals: 0, value, n: value });
    return row === 0 && quarter === 3 ? hide(shown) : shown;
  }),
);

/** Share still open by hours, in 48 steps. */
export function survivalCurve(category: string, scale: number, cases: number): Curve {
  const left = (hours: number) => Math.exp(-((hours / scale) ** 0.9));
  const points = Array.from({ length: 48 }, (_, nth) => {
    const x = (nth + 1) / 2;
    const y = left(x);
    const [lower, upper] = [Math.max(0, y - 0.03), Math.min(1, y + 0.031)];
    return { x, y, lower, upper, n: Math.round(cases * left(x - 0.5)) };
  });
  return { ...named(category), points };
}

/** Ten bands of forecasts. */
export const calibration: Curve = {
  ...named("2025-10_2026-09"),
  points: [412, 380, 222, 180, 120, 98, 77, 60, 41, 22].map((n, nth) => {
    const x = (nth + 0.5) / 10;
    const y = x * 0.86 + 0.05 + noise(nth) / 20;
    return { x, y, lower: y - 1 / Math.sqrt(n), upper: y + 1 / Math.sqrt(n), n };
  }),
};

function named(category: string) {
  return {
    indicator: "alert-to-action",
    breakdown: "year",
    category,
    from: "2025-10",
    to: "2026-09",
    status: "value",
    why: null,
  } as const;
}

/** Nine partners, 24 months, two kinds; a few months silent, missing, or missing in one kind. */
export const coverage: readonly Coverage[] = partnerCodes.flatMap((partner, row) =>
  ["incidents", "disruptions"].flatMap((kind, other) =>
    Array.from({ length: 24 }, (_, nth) => {
      const missing = (row * 7 + nth * 5 + other * Number(nth % 11 === 0)) % 31 === 0;
      const state = missing ? "missing" : (row + nth * 3) % 17 === 0 ? "silent" : "reported";
      return { partner, kind, month: month(nth), state } as const;
    }),
  ),
);

/** A number from −0.5 to 0.5 that looks random and never changes. */
function noise(nth: number): number {
  const wave = Math.sin(nth * 12.9898 + 78.233) * 43758.5453;
  return wave - Math.floor(wave) - 0.5;
}
