import type { IndicatorRelease, Release } from "../release/read.ts";
import type { Figure } from "../release/schema.ts";
import { drawTrend } from "./charts/index.ts";
import { mostSeries } from "./charts/theme.ts";
import { nameFigure } from "./figure-name.ts";
import { chooseTrend } from "./periods.ts";
import { labelOf, scaleOfHeadline, type Picture } from "./pictures.ts";
import { noFigure, toCell, type Cell } from "./cells.ts";
import { keyOf } from "./words/keys.ts";
import type { Missing } from "./words/status.ts";
import { formatDay } from "./words/dates.ts";
import { sayMeasure, periodOf } from "./words/headlines.ts";
import { isTime, nameBreakdown, nameCategory } from "./words/names.ts";
import { formatCount, nameUnit } from "./words/numbers.ts";
import { lowerLabel } from "./words/titles.ts";
import { inReadableUnit } from "./words/units.ts";

const missing: Missing = {
  mark: "[z]",
  word: "not given",
  says: "not applicable: the period was not over when this release was made, or it gave no such figure",
};
const notGiven: Cell = { ...noFigure, value: missing, keys: [keyOf(missing)] };

/** What each release gave for the same periods of an indicator: what was known when. */
export interface History {
  readonly breakdown: string;
  readonly picture: Picture;
  /** The releases, the newest first, with the days of their publication. */
  readonly editions: readonly { readonly id: string; readonly published: string }[];
  readonly rows: readonly HistoryRow[];
}

export interface HistoryRow {
  readonly head: string;
  /** A cell for each edition; that of a release which did not give the period is no figure. */
  readonly cells: readonly Cell[];
  /** Whether two of the releases differ. */
  readonly differs: boolean;
}

/** Whether `drawHistory` draws one. */
export function hasHistory(indicator: IndicatorRelease, releases: readonly Release[]): boolean {
  return chooseTrend(indicator) !== undefined && listGiven(indicator, releases).length > 1;
}

/**
 * The headline statistic over time as each of the newest releases gave it; undefined where there is
 * one release only, or no trend.
 * @param releases the newest first
 */
export async function drawHistory(
  indicator: IndicatorRelease,
  releases: readonly Release[],
): Promise<History | undefined> {
  const breakdown = chooseTrend(indicator);
  const newest = releases[0];
  const given = listGiven(indicator, releases);
  if (breakdown === undefined || newest === undefined || given.length < 2) return undefined;
  const all = given.flatMap(({ figures }) => figures);
  const { scale } = inReadableUnit(all, scaleOfHeadline(indicator, newest));
  const read = (figures: readonly Figure[]) =>
    inReadableUnit(figures, scaleOfHeadline(indicator, newest), all).figures;
  const [now, ...before] = given as [Given, ...Given[]];
  const rows = listRows(given, newest, (figure) => toCell(read([figure])[0]!, scale));
  const text = {
    id: `${indicator.definition.id}-history`,
    title: sayDifference(rows, breakdown),
    subtitle: `${sayMeasure(
      `${indicator.definition.title}: ${lowerLabel(labelOf(indicator.definition, indicator.headline.statistic))}`,
      nameUnit(scale),
      newest.about,
      periodOf(all),
    )} The thick line is the current release, with its interval; others are named at their end.`,
    description: `A line over time for each of ${given.length} releases. The table below holds every number.`,
  };
  const svg = await drawTrend(text, read(now.figures), {
    ...scale,
    earlier: before.map(({ release, figures }) => ({
      figures: read(figures),
      words: `as of ${formatDay(release.about.release.published)}`,
    })),
  });
  const editions = given.map(({ release: { about } }) => about.release);
  return { breakdown, picture: { text, svg }, editions, rows };
}

/** The figures of the trend in each of the newest releases that hold the indicator. */
function listGiven(indicator: IndicatorRelease, releases: readonly Release[]): Given[] {
  const breakdown = chooseTrend(indicator);
  return releases.slice(0, mostSeries).flatMap((release) => {
    const own = release.indicators.find(
      ({ definition }) => definition.id === indicator.definition.id,
    );
    return own === undefined ? [] : [{ release, figures: pick(own, indicator, breakdown) }];
  });
}

interface Given {
  readonly release: Release;
  readonly figures: readonly Figure[];
}

function pick(own: IndicatorRelease, { headline }: IndicatorRelease, breakdown = ""): Figure[] {
  return own.figures.filter(
    (figure) =>
      isTime(figure.breakdown) &&
      figure.breakdown === breakdown &&
      figure.statistic === headline.statistic,
  );
}

function listRows(
  given: readonly Given[],
  newest: Release,
  write: (figure: Figure) => Cell,
): HistoryRow[] {
  const all = given.flatMap(({ figures }) => figures);
  const periods = new Map(all.map((figure) => [nameFigure(figure), figure]));
  const sorted = [...periods].sort(([, a], [, b]) => (a.from < b.from ? -1 : 1));
  return sorted.map(([name, sample]) => {
    const found = given.map(({ figures }) => figures.find((one) => nameFigure(one) === name));
    const values = new Set(found.flatMap((figure) => (figure === undefined ? [] : [figure.value])));
    const cells = found.map((figure) => (figure === undefined ? notGiven : write(figure)));
    return { head: nameCategory(newest.about, sample), cells, differs: values.size > 1 };
  });
}

function sayDifference(rows: readonly HistoryRow[], breakdown: string): string {
  const several = rows.filter(({ cells }) => cells.filter(({ name }) => name !== null).length > 1);
  const differing = several.filter(({ differs }) => differs).length;
  const period = nameBreakdown(breakdown);
  if (differing === 0) return `No ${period} was given differently by a later release`;
  return `${formatCount(differing, period)} of ${several.length} ${differing === 1 ? "was" : "were"} given differently by a later release`;
}
