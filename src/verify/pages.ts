import type { Figure } from "../release/schema.ts";
import type { IndicatorRelease, ReleaseFiles } from "../release/parse.ts";
import { toCell } from "../site/cells.ts";
import { nameFigure } from "../site/figure-name.ts";
import { sayDifference } from "../site/words/differences.ts";
import type { Scale } from "../site/words/numbers.ts";
import { sayFew, type Missing } from "../site/words/status.ts";
import { scaleOf } from "../site/words/scales.ts";
import { inReadableUnit } from "../site/words/units.ts";
import { isShown, sayValue, type Shown } from "../site/words/values.ts";

/** What the check of a site's pages came to. */
export interface PagesChecked {
  /** Figures that stand on pages, each time they do. */
  readonly shown: number;
  /** A sentence each. */
  readonly faults: readonly string[];
}

interface Published {
  readonly figure: Figure;
  readonly indicator: IndicatorRelease;
  readonly release: ReleaseFiles;
}

/**
 * Checks that each figure on a page is the figure that was released: wherever a number leads to its
 * trace, its text must be what the release's value reads as, with the interval in the cell after it;
 * and each trace must hold every figure of its indicator.
 * @param pages HTML by path
 * @param base the path under which the site is served
 */
export function checkPages(
  pages: ReadonlyMap<string, string>,
  releases: readonly ReleaseFiles[],
  base: string,
): PagesChecked {
  const published = indexFigures(releases);
  const prefix = base.replace(/\/$/, "");
  const faults: string[] = [];
  let shown = 0;
  for (const [path, html] of pages) {
    for (const { address, text, interval } of findFigures(html)) {
      shown += 1;
      const name = address.startsWith(`${prefix}/`) ? address.slice(prefix.length) : "";
      const found = published.get(name);
      if (found === undefined) faults.push(`${path} shows a figure that no release holds: ${name}`);
      else if (!readsAs(found).has(text) || !mayStandBeside(found, interval)) {
        faults.push(`${path} shows ${nameOf(found)} as another number than was released.`);
      }
    }
  }
  for (const [name, found] of published) {
    const [page = "", anchor = ""] = name.split("#");
    const html = pages.get(`${page.slice(1)}index.html`) ?? "";
    if (!rowHolds(html, anchor, found)) {
      faults.push(`${page.slice(1)}index.html does not show ${nameOf(found)} as it was released.`);
    }
  }
  return { shown, faults };
}

/** Every figure by the address of its trace, without the base. */
function indexFigures(releases: readonly ReleaseFiles[]): Map<string, Published> {
  const found = new Map<string, Published>();
  for (const release of releases) {
    for (const indicator of release.indicators) {
      const page = `/releases/${release.about.release.id}/trace/${indicator.definition.id}/`;
      for (const figure of indicator.figures) {
        found.set(`${page}#${nameFigure(figure)}`, { figure, indicator, release });
      }
    }
  }
  return found;
}

interface ShownFigure {
  readonly address: string;
  readonly text: string;
  /** The text of the cell after it, where that is for its interval. */
  readonly interval: string | undefined;
}

const shownPattern =
  /<a class="trace" href="([^"]*)"[^>]*>(.*?)<\/a>(?:(?:\s|<span[^>]*>[^<]*<\/span>)*<\/td>\s*<td class="range">(.*?)<\/td>)?/gs;

function findFigures(html: string): ShownFigure[] {
  return [...html.matchAll(shownPattern)].map(([, address = "", inner = "", range]) => ({
    address: decode(address),
    text: textOf(inner),
    interval: range === undefined ? undefined : textOf(range),
  }));
}

/** The texts as which a figure may stand on a page: in a table or a sentence, in hours or minutes. */
function readsAs(published: Published): Set<string> {
  const texts = listReadings(published).flatMap(({ figure, scale }) => [
    writtenText(toCell(figure, scale).value),
    ...(isShown(figure) ? sayShown(figure, scale) : [sayFew(scale.base)]),
  ]);
  return new Set(texts.flatMap((text) => [text, capital(text)]));
}

/** A difference of shares may stand without its sign: "2 percentage points lower". */
function sayShown(figure: Shown, scale: Scale): string[] {
  const difference = scale.unit === "points" ? [sayDifference(figure, scale)] : [];
  return [sayValue(figure, scale), ...difference];
}

function mayStandBeside(published: Published, interval: string | undefined): boolean {
  if (interval === undefined) return true;
  return listReadings(published).some(
    ({ figure, scale }) => writtenText(toCell(figure, scale).interval) === interval,
  );
}

function listReadings({ figure, indicator, release }: Published) {
  const own = scaleOf(indicator.definition, figure.statistic, release);
  const short = inReadableUnit([figure], own, [{ value: 0 }]);
  return [
    { figure, scale: own },
    { figure: short.figures[0]!, scale: short.scale },
  ];
}

/** Whether the row of a figure on its trace holds its value, interval and cases. */
function rowHolds(html: string, anchor: string, { figure, indicator, release }: Published) {
  const start = html.indexOf(`<tr id="${anchor}"`);
  if (start < 0) return false;
  const row = html.slice(start, html.indexOf("</tr>", start));
  const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map((match) => textOf(match[1]!));
  const cell = toCell(figure, scaleOf(indicator.definition, figure.statistic, release));
  const mark = cell.revised ? " [r]revised: the release before gave another number" : "";
  const [, value, interval, cases] = cells;
  return (
    value === writtenText(cell.value) + mark &&
    interval === writtenText(cell.interval) &&
    cases === writtenText(cell.cases)
  );
}

function writtenText(of: string | Missing): string {
  return typeof of === "string" ? of : of.mark + of.says;
}

function nameOf({ figure, release }: Published): string {
  return `${figure.indicator} ${nameFigure(figure)} of ${release.about.release.id}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is read of a piece of HTML. */
function textOf(html: string): string {
  return decode(html.replace(/<[^>]*>/g, ""))
    .replace(/\s+/g, " ")
    .trim();
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name?: string) =>
    code === undefined ? (entities[name ?? ""] ?? whole) : String.fromCodePoint(Number(code)),
  );
}
