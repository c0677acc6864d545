import type { Revision } from "../../release/schema.ts";
import { labelOf } from "../../site/pictures.ts";
import { isTime, nameRevised } from "../../site/words/names.ts";
import { formatCount, nameUnit } from "../../site/words/numbers.ts";
import {
  findRevised,
  isSeen,
  sayRevised,
  sayRevisions,
  type RevisedStyle,
} from "../../site/words/revisions.ts";
import { scaleOf } from "../../site/words/scales.ts";
import { paragraph, type Part } from "../model.ts";
import { titleOf } from "../words.ts";
import type { Subject } from "./context.ts";

/** So many rows are printed; the file of the release holds all. */
const most = 24;
const order = ["year", "quarter"];

/** Part 13: figures that read differently than in the release before, the widest first. */
export function listRevisions({ release }: Subject): Part {
  const { about, revisions } = release;
  const seen = revisions.filter((revision) => isSeen(revision, styleOf(revision, release)));
  const rank = ({ breakdown }: Revision): number =>
    order.includes(breakdown) ? order.indexOf(breakdown) : isTime(breakdown) ? 3 : 2;
  const shown = seen
    .filter((revision) => isHeadline(revision, release))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most);
  const reasoned = shown.some((revision) => reasonOf(revision) !== null);
  const rest = revisions.length - shown.length;
  return {
    id: "revisions",
    title: "Revisions",
    blocks: [
      paragraph(sayRevisions(about, revisions)),
      ...(shown.length === 0
        ? []
        : [
            {
              kind: "table" as const,
              id: "revisions-table",
              caption: "Revised headline figures, those of the longest periods first",
              columns: [
                { label: "Indicator", width: 1.8 },
                { label: "Figure", width: 1.3 },
                { label: "Statistic", width: 1.3 },
                { label: "Was", numeric: true },
                { label: "Is now", numeric: true },
                ...(reasoned ? [{ label: "Reason", width: 1.2 }] : []),
              ],
              rows: shown.map((revision) => [
                ...tabulate(revision, release),
                ...(reasoned ? [reasonOf(revision) ?? "not stated"] : []),
              ]),
            },
          ]),
      ...(rest <= 0
        ? []
        : [
            paragraph(
              `${formatCount(rest, "more revised figure")} ${rest === 1 ? "stands" : "stand"} in revisions.json of the release.${reasoned ? "" : " The release states no reason for single figures; where a finding explains them, part 8 says so."}`,
            ),
          ]),
    ],
  };
}

function tabulate(revision: Revision, release: Subject["release"]): string[] {
  const style = styleOf(revision, release);
  const definition = findDefinition(revision, release);
  const unit = style === undefined ? "" : nameUnit(style.scale);
  const label = definition ? labelOf(definition, revision.statistic) : revision.statistic;
  return [
    titleOf(revision.indicator, release),
    nameRevised(release.about, revision),
    unit === "" ? label : `${label}, ${unit}`,
    sayRevised(revision.was, style),
    sayRevised(revision.now, style),
  ];
}

/** Releases made before revisions bore a reason give none. */
function reasonOf(revision: Revision & { readonly reason?: string | null }): string | null {
  return revision.reason ?? null;
}

/** An indicator is read by one statistic; the others would fill pages. */
function isHeadline({ indicator, statistic }: Revision, release: Subject["release"]): boolean {
  const own = release.indicators.find(({ definition }) => definition.id === indicator);
  return own === undefined || own.headline.statistic === statistic;
}

function styleOf(revision: Revision, release: Subject["release"]): RevisedStyle | undefined {
  const own = release.indicators.find(({ definition }) => definition.id === revision.indicator);
  const figure = findRevised(revision, own?.figures ?? []);
  const scale = own && scaleOf(own.definition, revision.statistic, release);
  return figure && scale && { scale, decimals: figure.decimals };
}

function findDefinition({ indicator }: Revision, { indicators }: Subject["release"]) {
  return indicators.find(({ definition }) => definition.id === indicator)?.definition;
}
