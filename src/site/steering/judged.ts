import type { IndicatorRelease, Release } from "../../release/read.ts";
import type { ChartedPoint, Figure, Judgement } from "../../release/schema.ts";
import { scaleOfHeadline } from "../pictures.ts";
import type { Scale } from "../words/numbers.ts";
import type { Edition } from "../words/scales.ts";
import { inReadableUnit } from "../words/units.ts";

/** An indicator with how it is judged, in the unit in which it is read. */
export interface Judged {
  readonly indicator: IndicatorRelease;
  readonly judgement: Judgement;
  readonly points: readonly ChartedPoint[];
  readonly target: number | null;
  readonly scale: Scale;
  /** Decimals that limits and means are given with. */
  readonly decimals: number;
  /** The published figure of the last point; undefined where it is hidden. */
  readonly latest: Figure | undefined;
}

/** Every indicator that a release judges, in the order of the release; none in the public tier. */
export function listJudged(release: Release): Judged[] {
  const { steering, indicators } = release;
  return (steering?.health ?? []).flatMap((judgement): Judged[] => {
    const indicator = indicators.find(({ definition: { id } }) => id === judgement.indicator);
    return indicator === undefined ? [] : [toJudged(indicator, judgement, release)];
  });
}

/** How one indicator is judged, where its release judges it. */
export function findJudged(id: string, release: Release): Judged | undefined {
  return listJudged(release).find(({ indicator: { definition } }) => definition.id === id);
}

function toJudged(indicator: IndicatorRelease, judgement: Judgement, release: Edition): Judged {
  const { definition, figures } = indicator;
  const known = definition.statistics.find(({ name }) => name === judgement.statistic);
  const plain = decimalsOf(known, judgement.points);
  const asRead = judgement.points.map((point) => ({ ...point, decimals: plain }));
  const { figures: points, scale } = inReadableUnit(asRead, scaleOfHeadline(indicator, release));
  const last = judgement.points.at(-1);
  const published = figures.find(
    ({ breakdown, category, statistic }) =>
      breakdown === judgement.by && category === last?.period && statistic === judgement.statistic,
  );
  const isInMinutes = scale.unit === "minutes" && definition.unit === "hours";
  const latest =
    published && inReadableUnit([published], scaleOfHeadline(indicator, release), asRead);
  return {
    ...{ indicator, judgement, scale, latest: latest?.figures[0] },
    points: points.map((point, at) => ({
      ...point,
      mean: isInMinutes ? asRead[at]!.mean * 60 : point.mean,
    })),
    decimals: points[0]?.decimals ?? plain,
    target: isInMinutes && judgement.target !== null ? judgement.target * 60 : judgement.target,
  };
}

/** Whole per cent for shares and whole numbers for rates in hundreds; two decimals for scores. */
function decimalsOf(
  statistic: IndicatorRelease["definition"]["statistics"][number] | undefined,
  points: readonly ChartedPoint[],
): number {
  if (statistic === undefined || statistic.unit === "share") return 0;
  const isLarge = statistic.unit === "rate" && points.some(({ mean }) => mean >= 100);
  return isLarge ? 0 : statistic.unit === "score" ? 2 : statistic.decimals;
}
