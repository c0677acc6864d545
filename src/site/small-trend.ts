import type { IndicatorRelease } from "../release/read.ts";
import { drawSparkline } from "./charts/index.ts";
import { isOpen } from "./charts/open-ends.ts";
import { scaleOfHeadline } from "./pictures.ts";
import { periodOf } from "./words/headlines.ts";
import { nameBreakdown } from "./words/names.ts";
import type { Edition } from "./words/scales.ts";
import { saySpanOf, sayUnsettled, subjectOf, titleTrend } from "./words/titles.ts";
import { inReadableUnit } from "./words/units.ts";
import { isShown } from "./words/values.ts";

/** A small trend of the headline statistic, by quarter where there are quarters. */
export async function drawSmallTrend(
  indicator: IndicatorRelease,
  release: Edition,
): Promise<{ svg: string; caption: string } | undefined> {
  const { definition, headline, figures } = indicator;
  const own = figures.filter(({ statistic }) => statistic === headline.statistic);
  const breakdown = ["quarter", "month", "year"].find(
    (one) => own.filter((figure) => figure.breakdown === one && isShown(figure)).length > 2,
  );
  if (breakdown === undefined) return undefined;
  const published = own.filter((figure) => figure.breakdown === breakdown);
  const shown = inReadableUnit(published, scaleOfHeadline(indicator, release));
  const label = titleTrend(subjectOf(definition, headline.statistic), shown.figures, shown.scale);
  const span = saySpanOf(shown.figures, shown.scale);
  const least = Math.min(...published.map(({ lower, value }) => lower ?? value ?? Infinity));
  const zero = least > 0 ? "; the scale does not start at zero" : "";
  const gaps = published.every(isShown) ? "" : "; a gap is a figure that cannot be shown";
  const banded = published.some(({ lower, upper }) => lower !== null || upper !== null);
  const open = shown.figures.some((figure) => isShown(figure) && isOpen(figure));
  const band = open
    ? "; the band is the interval, at the edge without a known end"
    : "; the band is the interval";
  const unsettled = sayUnsettled(definition);
  const changing = unsettled === "" ? "" : `; ${unsettled}`;
  const notes = [banded ? band : "", gaps, zero, changing].join("");
  const caption = `By ${nameBreakdown(breakdown)}, ${periodOf(published)}: ${span}${notes}.`;
  return { svg: await drawSparkline(shown.figures, { ...shown.scale, label }), caption };
}
