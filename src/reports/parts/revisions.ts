import type { Revision } from "../../release/schema.ts";
import { labelOf } from "../../site/pictures.ts";
import { isTime, nameRevised } from "../../site/words/names.ts";
import { formatCount, nameUnit } from "../../site/words/numbers.ts";
import {
  findRevised,
  isSeen,
  nameKind,
  sayRevised,
  sayRevisions,
  type RevisedStyle,
} from "../../site/words/revisions.ts";
import { scaleOf } from "../../site/words/scales.ts";
import { list, paragraph, type Part } from "../model.ts";
import { titleOf } from "../words.ts";
import type { Subject } from "./context.ts";

/** So many rows are printed; the file of the release holds all. */
const most = 18;
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
  const rest = revisions.length - shown.length;
  const reasons = [...new Set(shown.map(sayReason))];
  return {
    id: "revisions",
    title: "Revisions",
    blocks: [
      paragraph(sayRevisions(about, revisions)),
      ...(shown.length === 0
        ? []
        : [
            list(reasons.map((reason, at) => `${letterOf(at)}: ${reason}`)),
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
                { label: "Why", width: 0.4 },
              ],
              rows: shown.map((revision) => [
                ...tabulate(revision, release),
                letterOf(reasons.indexOf(sayReason(revision))),
              ]),
            },
          ]),
      ...(rest <= 0
        ? []
        : [
            paragraph(
              `${formatCount(rest, "more revised figure")} ${rest === 1 ? "stands" : "stand"} in revisions.json of the release.`,
            ),
          ]),
    ],
  };
}

/** Reasons are said once and named by a letter: many figures share one. */
const letterOf = (at: number): string =>
  at < 26
    ? String.fromCharCode(97 + at)
    : `${letterOf(Math.floor(at / 26) - 1)}${letterOf(at % 26)}`;

const sayReason = ({ kind, reason }: Revision): string => `${nameKind(kind)}. ${reason}`;

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
