import { drawProcess, drawSmallProcess, type ProcessOptions } from "../charts/process.ts";
import { pointShapes } from "../charts/process-rows.ts";
import { labelOf, sayZero, type Picture } from "../pictures.ts";
import { groupMarks, listMarks, sayMarks, type MarkedEvent } from "../words/events.ts";
import { sayMeasure } from "../words/headlines.ts";
import { nameSpan, sayLatest, sayReason, sayUsual } from "../words/judgements.ts";
import { nameUnit } from "../words/numbers.ts";
import type { Edition } from "../words/scales.ts";
import { lowerLabel } from "../words/titles.ts";
import { capital } from "../words/values.ts";
import { verdictOf } from "../words/verdicts.ts";
import type { Judged } from "./judged.ts";

/** The full chart of a process with the words around it; undefined where it is not judged. */
export async function drawJudged(judged: Judged, release: Edition): Promise<Picture | undefined> {
  const { points, indicator, judgement } = judged;
  if (points.length === 0) return undefined;
  const { definition } = indicator;
  const verdict = verdictOf(judgement);
  const marks = listMarks(release.about, points[0]!.from, points.at(-1)!.to);
  const label = lowerLabel(labelOf(definition, judgement.statistic));
  const unit = nameUnit(judged.scale);
  const period = nameSpan(points[0]!, points.at(-1));
  const measured = sayMeasure(
    `${definition.title}: ${label}`,
    label.includes(unit) ? "" : unit,
    release.about,
    period,
  );
  const span = points.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  const zero = sayZero([...span, judged.target]);
  const shapes = [...new Set(points.map(({ variation }) => pointShapes[variation].words))];
  const text = {
    id: `${definition.id}-process`,
    title: `${capital(sayLatest(judged))} in ${nameSpan(points.at(-1)!)}, usually ${sayUsual(judged)}: ${lowerLabel(verdict.short)}`,
    subtitle: `${measured}${zero} The band is what chance alone gives; ${shapes.join(", ")}.`,
    description: `A line of ${points.length} points within its usual range. ${sayReason(judged)}${sayMarks(marks)}`,
  };
  return { text, marks, svg: await drawProcess(text, points, optionsOf(judged, marks)) };
}

/** The small chart of a process, which says its verdict to a reader who does not see it. */
export async function drawSmallJudged(judged: Judged, release: Edition): Promise<string> {
  const { points, judgement } = judged;
  if (points.length === 0) return "";
  const marks = listMarks(release.about, points[0]!.from, points.at(-1)!.to);
  const label = `${points.length} ${judgement.by}s to ${nameSpan(points.at(-1)!)}, usually ${sayUsual(judged)}. ${sayReason(judged)}`;
  return drawSmallProcess(points, { ...optionsOf(judged, marks), label: label.trim() });
}

function optionsOf(
  { scale, decimals, target }: Judged,
  marks: readonly MarkedEvent[],
): ProcessOptions {
  return {
    ...{ unit: scale.unit, base: scale.base, decimals, target },
    marks: groupMarks(marks),
  };
}
