import type { IndicatorRelease } from "../release/read.ts";
import type { About } from "../release/schema.ts";
import { drawSparkline } from "./charts/index.ts";
import { scaleOfHeadline } from "./pictures.ts";
import { periodOf } from "./words/headlines.ts";
import { nameBreakdown } from "./words/names.ts";
import { saySpanOf, subjectOf, titleTrend } from "./words/titles.ts";
import { inReadableUnit } from "./words/units.ts";

/** A small trend of the headline statistic, by quarter where there are quarters. */
export async function drawSmallTrend(
  indicator: IndicatorRelease,
  about: About,
): Promise<{ svg: string; caption: string } | undefined> {
  const { definition, headline, figures } = indicator;
  const own = figures.filter(({ statistic }) => statistic === headline.statistic);
  const breakdown = ["quarter", "month", "year"].find(
    (one) => own.filter((figure) => figure.breakdown === one && figure.value !== null).length > 2,
  );
  if (breakdown === undefined) return undefined;
  const published = own.filter((figure) => figure.breakdown === breakdown);
  const shown = inReadableUnit(published, scaleOfHeadline(indicator, about));
  const label = titleTrend(subjectOf(definition, headline.statistic), shown.figures, shown.scale);
  const span = saySpanOf(shown.figures, shown.scale);
  const least = Math.min(...published.map(({ lower, value }) => lower ?? value ?? Infinity));
  const zero = least > 0 ? "; the scale does not start at zero" : "";
  const caption = `By ${nameBreakdown(breakdown)}, ${periodOf(published)}: ${span}. The band is the interval${zero}.`;
  return { svg: await drawSparkline(shown.figures, { ...shown.scale, label }), caption };
}
