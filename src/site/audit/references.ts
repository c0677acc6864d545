import type { Release } from "../../release/read.ts";
import { at, indicatorPage, tracePage } from "../addresses.ts";
import { nameFigure } from "../figure-name.ts";
import { submissionPage } from "./addresses.ts";
import { auditOf } from "./facts.ts";

/**
 * Where a reference of the register leads on the auditors' site; undefined where it leads to nothing
 * that is on it, such as a document that somebody keeps.
 */
export function linkReference(
  reference: string,
  current: Release,
  releases: readonly Release[],
): string | undefined {
  const split = reference.indexOf(":");
  const [form, rest] = [reference.slice(0, split), reference.slice(split + 1)];
  switch (form) {
    case "figure":
      return linkFigure(rest, releases);
    case "indicator":
      return current.about.indicators.includes(rest) ? indicatorPage(rest) : undefined;
    case "submission":
      return auditOf(current).intake.some(({ id }) => id === rest)
        ? submissionPage(rest)
        : undefined;
    case "partner":
      return current.steering !== undefined &&
        current.about.partners.some((partner) => partner.id === rest)
        ? at(`/partners/${rest}/`)
        : undefined;
    case "quarantine":
      return linkRefused(rest, current);
    case "finding":
      return current.register.findings.some(({ id }) => id === rest) ? `#${rest}` : undefined;
    default:
      return undefined;
  }
}

function linkFigure(rest: string, releases: readonly Release[]): string | undefined {
  const [id = "", indicator = "", breakdown = "", place = "", statistic = ""] = rest.split("/");
  const [category = "", subcategory = null] = place.split(",");
  const release = releases.find(({ about }) => about.release.id === id);
  const own = release?.indicators.find(({ definition }) => definition.id === indicator);
  const figure = own?.figures.find(
    (one) =>
      one.breakdown === breakdown &&
      one.category === category &&
      one.subcategory === subcategory &&
      one.statistic === statistic,
  );
  return figure && tracePage(id, indicator, nameFigure(figure));
}

function linkRefused(rest: string, current: Release): string | undefined {
  const [kind = "", rule = ""] = rest.split("/");
  const found = auditOf(current).intake.some(
    (file) =>
      file.state === "used" &&
      file.kind === kind &&
      file.reasons.some((reason) => reason.rule === rule),
  );
  return found ? at(`/quality/#refused-${kind}-${rule}`) : undefined;
}
