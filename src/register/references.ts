import { findNearest } from "../programme/near.ts";

/** What a reference may point at: everything of the programme that has a name. */
export interface Ground {
  readonly partners: readonly string[];
  readonly releases: readonly string[];
  /** Statistics of each indicator. */
  readonly indicators: ReadonlyMap<string, readonly string[]>;
  /** Submitted files: their path below submissions/, without its ending. */
  readonly submissions: readonly string[];
  /** Rules by which a row of each record kind can be refused. */
  readonly quarantine: ReadonlyMap<string, readonly string[]>;
  /** SHA-256 of the documents that audit.yaml lists. */
  readonly documents: readonly string[];
  readonly findings: readonly string[];
}

/** A figure of a release, as a reference names it. */
export interface FigureReference {
  readonly release: string;
  readonly indicator: string;
  readonly breakdown: string;
  readonly category: string;
  readonly subcategory: string | null;
  readonly statistic: string;
}

/** The forms of a reference; a fault names the one that was meant. */
export const forms = {
  figure: "figure:<release>/<indicator>/<breakdown>/<category>[,<subcategory>]/<statistic>",
  indicator: "indicator:<id>",
  submission: "submission:<partner>/<period>/<kind>@<day received>",
  partner: "partner:<id>",
  quarantine: "quarantine:<kind>/<rule>",
  document: "document:<sha256>",
  finding: "finding:<id>",
} as const;

/** The figure that a reference names; undefined where it names something else. */
export function findFigureReference(reference: string): FigureReference | undefined {
  const parts = /^figure:([^/]+)\/([^/]+)\/([^/]+)\/([^/,]+)(?:,([^/]+))?\/([^/]+)$/.exec(
    reference,
  );
  if (parts === null) return undefined;
  const [, release, indicator, breakdown, category, subcategory, statistic] = parts as unknown as [
    string,
    ...string[],
  ];
  return {
    release: release!,
    indicator: indicator!,
    breakdown: breakdown!,
    category: category!,
    subcategory: subcategory ?? null,
    statistic: statistic!,
  };
}

/** Why a reference leads nowhere, to be said after it; undefined where it leads somewhere. */
export function findFault(reference: string, ground: Ground): string | undefined {
  const [form, rest] = split(reference, ":");
  switch (form) {
    case "figure":
      return faultOfFigure(reference, ground);
    case "indicator":
      return unless([...ground.indicators.keys()], rest, "names no indicator");
    case "submission":
      return unless(ground.submissions, rest, "names no submitted file");
    case "partner":
      return unless(ground.partners, rest, "names no partner");
    case "quarantine":
      return faultOfRule(rest, ground);
    case "document":
      return unless(ground.documents, rest, "names no document of audit.yaml");
    case "finding":
      return unless(ground.findings, rest, "names no finding of the register");
    default:
      return `has none of the forms ${Object.values(forms).join(" · ")}`;
  }
}

function faultOfFigure(reference: string, ground: Ground): string | undefined {
  const figure = findFigureReference(reference);
  if (figure === undefined) return `has not the form ${forms.figure}`;
  const statistics = ground.indicators.get(figure.indicator);
  return (
    unless(ground.releases, figure.release, "names no release of programme.yaml") ??
    unless([...ground.indicators.keys()], figure.indicator, "names no indicator") ??
    unless(statistics ?? [], figure.statistic, `names no statistic of ${figure.indicator}`)
  );
}

function faultOfRule(rest: string, ground: Ground): string | undefined {
  const [kind, rule] = split(rest, "/");
  const rules = ground.quarantine.get(kind);
  if (rules === undefined)
    return unless([...ground.quarantine.keys()], kind, "names no record kind");
  return unless(rules, rule, `names no reason for which a row of ${kind} is refused`);
}

function unless(known: readonly string[], word: string, fault: string): string | undefined {
  if (known.includes(word)) return undefined;
  const nearest = findNearest(word, known);
  return nearest === undefined ? fault : `${fault}: did you mean ${nearest}?`;
}

/** The two sides of the first separator. */
function split(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
