import type { z } from "zod";
import type * as schema from "../../src/release/schema.ts";

type Measure = z.infer<typeof schema.measureName>;
type StatisticDefinition = schema.Definition["statistics"][number];

/** One invented indicator of the fixture: only what differs between indicators. */
export interface FixtureIndicator {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  readonly measure: Measure;
  readonly unit: schema.Unit;
  readonly says: string;
  readonly higher: string;
  readonly lower: string;
  readonly direction: "higher" | "lower" | "none";
  readonly level: number;
  readonly target?: number;
  readonly crossed?: boolean;
  /** Cases of a year, where they are not counted themselves. */
  readonly cases: number;
}

const slower = { higher: "slower than a year before", lower: "quicker than a year before" };
const more = { higher: "higher than a year before", lower: "lower than a year before" };

type Row = [
  string,
  string,
  string,
  Measure,
  schema.Unit,
  string,
  "higher" | "lower" | "none",
  number,
];

const rows: Row[] = [
  [
    "alert-to-action",
    "acting-faster",
    "From alert to first action",
    "duration",
    "hours",
    "Half of joint alerts led to a first action within {value}",
    "lower",
    6,
  ],
  [
    "alert-to-acknowledgement",
    "acting-faster",
    "From alert to acknowledgement",
    "duration",
    "minutes",
    "Half of joint alerts were acknowledged within {value}",
    "lower",
    35,
  ],
  [
    "alerts-acted-in-time",
    "acting-faster",
    "Alerts acted on in time",
    "proportion",
    "share",
    "{value} of joint alerts were acted on within the agreed limit",
    "higher",
    0.62,
  ],
  [
    "disruptions-by-grade",
    "disruption",
    "Disruptions by grade",
    "count",
    "count",
    "Partners recorded {value} validated disruptions",
    "none",
    40,
  ],
  [
    "assets-restrained",
    "disruption",
    "Assets restrained",
    "amount",
    "money",
    "Partners restrained assets worth {value}",
    "none",
    4e6,
  ],
  [
    "forecast-accuracy",
    "forecasts",
    "Accuracy of forecasts",
    "forecast",
    "score",
    "Forecasts missed by a mean Brier score of {value}",
    "lower",
    0.18,
  ],
  [
    "complaints-received",
    "rights",
    "Complaints received",
    "count",
    "count",
    "{value} complaints about rights were received",
    "none",
    6,
  ],
  [
    "complaints-per-1000-actions",
    "rights",
    "Complaints per 1,000 actions",
    "rate",
    "rate",
    "There were {value} complaints about rights for every 1,000 actions",
    "none",
    4,
  ],
  [
    "complaint-closing-time",
    "rights",
    "Time to close a complaint",
    "duration",
    "days",
    "Half of complaints were closed within {value}",
    "lower",
    48,
  ],
  [
    "complaints-upheld",
    "rights",
    "Complaints upheld",
    "proportion",
    "share",
    "{value} of decided complaints were upheld",
    "none",
    0.35,
  ],
  [
    "misuse-found",
    "rights",
    "Misuse found",
    "proportion",
    "share",
    "{value} of joint alerts were found to be misused",
    "none",
    0.05,
  ],
  [
    "remedies-given",
    "rights",
    "Remedies given",
    "count",
    "count",
    "{value} remedies were given in twelve months",
    "none",
    0.3,
  ],
];

const fewerCases: Readonly<Record<string, number>> = {
  "complaint-closing-time": 110,
  "complaints-upheld": 220,
};

/** Indicators that cover every measure and every direction. */
export const fixtureIndicators: readonly FixtureIndicator[] = rows.map(
  ([id, family, title, measure, unit, says, direction, level]) => ({
    id,
    family,
    title,
    measure,
    unit,
    says,
    direction,
    level,
    cases: measure === "count" ? level * 12 : (fewerCases[id] ?? 900),
    ...(measure === "duration" ? slower : more),
    ...(id === "alerts-acted-in-time" ? { target: 0.7 } : {}),
    ...(id === "disruptions-by-grade" ? { crossed: true } : {}),
  }),
);

/** The statistics that each measure publishes, the headline first. */
export function statisticsOf(indicator: FixtureIndicator): StatisticDefinition[] {
  const own = { unit: indicator.unit, decimals: indicator.unit === "hours" ? 1 : 0 };
  switch (indicator.measure) {
    case "duration":
      return [
        { name: "median", label: "Half within", ...own },
        { name: "p90", label: "Nine in ten within", ...own },
        { name: "share_within", label: "Within the limit", unit: "share", decimals: 1 },
        { name: "share_open", label: "Still open", unit: "share", decimals: 1 },
      ];
    case "money-share":
      return [
        { name: "share", label: "Share", unit: "share", decimals: 1 },
        { name: "numerator", label: "Numerator", unit: "money", decimals: 0 },
        { name: "denominator", label: "Denominator", unit: "money", decimals: 0 },
      ];
    case "proportion":
      return [{ name: "share", label: "Share", unit: "share", decimals: 1 }];
    case "rate":
      return [{ name: "rate", label: "Rate", unit: "rate", decimals: 2 }];
    case "count":
      return [{ name: "count", label: "Number", unit: "count", decimals: 0 }];
    case "amount":
      return [{ name: "total", label: "Total", unit: "money", decimals: 0 }];
    case "forecast":
      return [
        { name: "brier", label: "Brier score", unit: "score", decimals: 3 },
        { name: "skill", label: "Skill", unit: "score", decimals: 2 },
        { name: "base_rate", label: "Came true", unit: "share", decimals: 0 },
      ];
    case "score":
      return [{ name: "mean", label: "Mean", ...own }];
    case "ratio":
      return [{ name: "ratio", label: "Ratio, like with like", unit: "ratio", decimals: 2 }];
  }
}

export const fixtureFamilies: schema.Family[] = [
  {
    id: "acting-faster",
    title: "Acting faster",
    question: "Are partners acting faster?",
    leads: "alert-to-action",
    prominent: true,
    doesNotShow: "It does not show whether the action was the right one.",
  },
  {
    id: "disruption",
    title: "Disruption",
    question: "Is disruption growing where it matters?",
    leads: "disruptions-by-grade",
    prominent: true,
    doesNotShow: "A disruption that nobody recorded is not in it.",
  },
  {
    id: "forecasts",
    title: "Forecasts",
    question: "Do forecasts come true?",
    leads: "forecast-accuracy",
    prominent: false,
    doesNotShow: "A forecast that was never written down cannot be wrong.",
  },
  {
    id: "rights",
    title: "Rights",
    question: "Are rights respected?",
    leads: "complaints-received",
    prominent: false,
    doesNotShow:
      "Whoever does not know that he may complain does not. More complaints can mean better access.",
  },
];

export const fixtureLabels: schema.About["labels"] = {
  sector: {
    intelligence: "Intelligence service",
    law_enforcement: "Law enforcement",
    border: "Border authority",
  },
  region: { coast: "Coast", north: "North", capital: "Capital" },
  threat_type: {
    terrorism: "Terrorism",
    trafficking: "Trafficking in people",
    drugs: "Drug trafficking",
    cyber: "Cyber-enabled crime",
    fraud: "Fraud and money laundering",
    not_stated: "Not stated",
  },
  grade: { major: "Major", moderate: "Moderate", minor: "Minor" },
};
