import type { Release } from "../release/read.ts";
import type { Figure, RegisterRecommendation } from "../release/schema.ts";
import { labelOf } from "../site/pictures.ts";
import { nameKind } from "../site/words/coverage.ts";
import { formatDay } from "../site/words/dates.ts";
import { sayInterval } from "../site/words/intervals.ts";
import { nameRevised } from "../site/words/names.ts";
import { scaleOf } from "../site/words/scales.ts";
import { sayMissing } from "../site/words/status.ts";
import { lowerLabel } from "../site/words/titles.ts";
import { inReadableUnit } from "../site/words/units.ts";
import { isShown, sayValue } from "../site/words/values.ts";

/** A reference in words, and what it reads in this release where it names a figure of it. */
export interface SaidReference {
  readonly says: string;
  readonly reads: string;
}

/** Says what a reference of the register names; FORMAT.md lists their forms. */
export function sayReference(reference: string, release: Release): SaidReference {
  const { codebook, quality, register } = release;
  const at = reference.indexOf(":");
  const [form, rest] = [reference.slice(0, at), reference.slice(at + 1)];
  const parts = rest.split("/");
  const nothing = { reads: "" };
  switch (form) {
    case "figure":
      return sayFigure(parts, release);
    case "indicator":
      return { says: `Indicator “${titleOf(rest, release)}”`, ...nothing };
    case "partner":
      return { says: nameOf(rest, release), ...nothing };
    case "submission": {
      const [partner = "", , file = ""] = parts;
      const [kind = "", day] = file.split("@");
      const received = day === undefined ? "" : `, received on ${formatDay(day)}`;
      return {
        says: `${nameKind(kind, codebook)} of ${nameOf(partner, release)}${received}`,
        ...nothing,
      };
    }
    case "quarantine": {
      const [kind = "", rule = ""] = parts;
      const own = quality.find((one) => one.kind === kind && one.partner === null);
      const found = own?.reasons.find((reason) => reason.rule === rule);
      const says = `${nameKind(kind, codebook)} refused: ${found?.sentence ?? rule}`;
      const { base } = release.disclosure;
      if (found === undefined) return { says, reads: "no row" };
      const { value } = found.rows;
      return { says, reads: value === null ? `fewer than ${base ?? 1} rows` : `${value} rows` };
    }
    case "document": {
      const document = register.documents.find(({ sha256 }) => sha256 === rest);
      const kept = document === undefined ? "" : `, kept by ${document.keptBy}`;
      return {
        says: `${document?.title ?? "A document"}${kept}`,
        reads: `SHA-256 ${rest.slice(0, 16)}…`,
      };
    }
    default:
      return { says: `Finding ${rest}`, ...nothing };
  }
}

function sayFigure(parts: readonly string[], release: Release): SaidReference {
  const [id = "", indicator = "", breakdown = "", place = "", statistic = ""] = parts;
  const [category = "", subcategory = null] = place.split(",");
  const own = release.indicators.find(({ definition }) => definition.id === indicator);
  const figure = own?.figures.find(
    (one) =>
      one.breakdown === breakdown &&
      one.category === category &&
      one.subcategory === subcategory &&
      one.statistic === statistic,
  );
  const title = titleOf(indicator, release);
  if (own === undefined || figure === undefined || id !== release.about.release.id)
    return { says: `${title}, as published in ${id}`, reads: "see that release" };
  const label = lowerLabel(labelOf(own.definition, statistic));
  return {
    says: `${title}, ${nameRevised(release.about, figure)}, ${label}`,
    reads: readFigure(figure, own.definition, release),
  };
}

/** "8 hours (7.5 to 8)", "at most 4%", or why nothing is shown. */
export function readFigure(
  figure: Figure,
  definition: Release["indicators"][number]["definition"],
  release: Release,
): string {
  const own = scaleOf(definition, figure.statistic, release);
  const { scale, figures } = inReadableUnit([figure], own);
  const shown = figures[0]!;
  if (!isShown(shown)) return sayMissing(shown, scale.base);
  const interval = sayInterval(shown, scale);
  return sayValue(shown, scale) + (interval === "" ? "" : ` (${interval})`);
}

/** The title of an indicator, measured or not. */
export function titleOf(id: string, { indicators, about }: Release): string {
  const own = indicators.find(({ definition }) => definition.id === id)?.definition.title;
  return own ?? about.notMeasured.find((one) => one.id === id)?.title ?? id;
}

function nameOf(partner: string, { about }: Release): string {
  return about.partners.find(({ id }) => id === partner)?.name ?? partner;
}

/** "In progress, overdue", "Implemented (verified), 22 September 2026". */
export function sayStatus({ status, since, overdue }: RegisterRecommendation): string {
  const when = since === null ? "" : `, ${formatDay(since)}`;
  return status.charAt(0).toUpperCase() + status.slice(1) + (overdue ? ", overdue" : when);
}
