import type { Bounded, Limits } from "./limits.ts";
import { estimateRatio, joinStrata, mergeStrata, type RatioStratum } from "./mantel-haenszel.ts";
import type { Measure, StatisticUnit, TallyRow } from "./measure.ts";
import { noiseOfRatio } from "./ratio-noise.ts";
import { makeStatistic, readCount } from "./rows.ts";
import { widenLimits } from "./widen-limits.ts";

/** How much more often something happens in one group than in another, like with like. */
export const ratio: Measure = {
  name: "ratio",
  columns: [
    { name: "stratum", role: "label", description: "within what the two groups are compared" },
    {
      ...{ name: "compared", role: "label" },
      description: "the group; all that are compared in a stratum share its reference group",
    },
    { name: "events_n", role: "count", description: "cases of the group with the event" },
    { name: "trials_n", role: "count", description: "cases of the group" },
    { name: "reference_events_n", role: "count", description: "the same of the reference group" },
    { name: "reference_trials_n", role: "count", description: "cases of the reference group" },
  ],
  description:
    "How many times as often something happens in one group as in another, compared like with like: " +
    "within strata, which are cases that are alike, such as alerts of one source; and joined after " +
    "Mantel and Haenszel. The difference of the two shares in the same way. And the ratio of the " +
    "groups as a whole, without strata. Where several groups are compared they stand together, and the reference group " +
    "that they share counts once.",
  interval:
    "After Greenland and Robins for the ratio, on the log scale, and for the difference; Katz’s, on " +
    "the log scale, for the ratio without strata. None without events in both groups.",
  noiseWords:
    "Widened for the rounding that protects small numbers, of the cases with the event and of the " +
    "rest in both groups of each stratum.",
  estimate(rows, { level = 0.95, noise = 0 }) {
    const strata = readStrata(rows);
    const { ratio, gap, crude } = estimateRatio(strata, level);
    const added = noiseOfRatio(strata, noise, countGroups(rows));
    const whole = joinStrata(strata);
    const n = whole.trials + whole.referenceTrials;
    const groups = [
      [whole.events, whole.trials - whole.events],
      [whole.referenceEvents, whole.referenceTrials - whole.referenceEvents],
    ] as const;
    const state = (name: string, value: number | null, limits: Limits, unit: StatisticUnit) =>
      makeStatistic({
        ...{ name, value, limits, n, unit, counts: groups.flat() },
        ...{ facts: { kind: "groups", groups }, note: n === 0 ? "no cases" : "no events" },
      });
    return [
      state("ratio", ratio.value, widenRatio(ratio, added.ratio, level), "ratio"),
      state("gap", gap.value, widenGap(gap, added.gap, level), "points"),
      state("crude", crude.value, widenRatio(crude, added.crude, level), "ratio"),
    ];
  },
};

function widenGap({ value, ...limits }: Bounded, deviation: number, level: number): Limits {
  if (value === null) return limits;
  return widenLimits(value, limits, { deviation, level, range: [-1, 1] });
}

/** Widens the limits of a ratio on the log scale, on which it carries an error of this deviation. */
function widenRatio({ value, ...limits }: Bounded, deviation: number, level: number): Limits {
  if (value === null || deviation === 0) return limits;
  const error = { deviation, level, range: [-Infinity, Infinity] } as const;
  const { lower, upper } = widenLimits(Math.log(value), mapLimits(limits, Math.log), error);
  // A limit taken to the log scale and back may be a rounding error within what it was.
  return {
    lower: lower === null ? null : Math.min(limits.lower!, Math.exp(lower)),
    upper: upper === null ? null : Math.max(limits.upper!, Math.exp(upper)),
  };
}

function mapLimits({ lower, upper }: Limits, by: (limit: number) => number): Limits {
  return { lower: lower === null ? null : by(lower), upper: upper === null ? null : by(upper) };
}

/**
 * The strata of the rows. Each group of a stratum carries the whole reference group beside it, which
 * counts once where groups stand together: the same people are not more for being compared twice.
 * @throws TypeError where the groups of a stratum carry different reference groups
 */
function readStrata(rows: readonly TallyRow[]): readonly RatioStratum[] {
  const strata = Map.groupBy(rows, (row) => String(row["stratum"] ?? ""));
  const joined = [...strata].map(([stratum, own]) => {
    const groups = Map.groupBy(own, (row) => String(row["compared"] ?? ""));
    const [first, ...others] = [...groups.values()].map((group) =>
      joinStrata(group.map(readStratum)),
    );
    return others.reduce<RatioStratum>(addGroup, { ...first!, stratum });
  });
  return mergeStrata(joined);
}

/** How many groups stand together; 1 where none is told from another. */
function countGroups(rows: readonly TallyRow[]): number {
  return Math.max(1, new Set(rows.map((row) => String(row["compared"] ?? ""))).size);
}

function addGroup(all: RatioStratum, group: RatioStratum): RatioStratum {
  const { events, trials, referenceEvents, referenceTrials } = group;
  if (referenceEvents !== all.referenceEvents || referenceTrials !== all.referenceTrials) {
    throw new TypeError("groups of one stratum must carry the same reference group");
  }
  return { ...all, events: all.events + events, trials: all.trials + trials };
}

function readStratum(row: TallyRow): RatioStratum {
  return {
    stratum: String(row["stratum"] ?? ""),
    events: readCount(row, "events_n"),
    trials: readCount(row, "trials_n"),
    referenceEvents: readCount(row, "reference_events_n"),
    referenceTrials: readCount(row, "reference_trials_n"),
  };
}
