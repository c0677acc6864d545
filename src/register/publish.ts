import type { Programme, Release } from "../programme.ts";
import { Problem } from "../problem.ts";
import { noRegister, type Figure, type TierName } from "../release/schema.ts";
import type * as published from "../release/schema/register.ts";
import type { AuditRegister } from "./read.ts";
import { findFigureReference } from "./references.ts";
import type { FindingFile, Recommendation } from "./schema.ts";
import { standingAt } from "./status.ts";

/** A release of a programme for the readers of one tier. */
export interface Edition {
  readonly programme: Programme;
  readonly release: Release;
  readonly tier: TierName;
  /** Every figure that the tier is shown. */
  readonly figures: readonly Figure[];
}

/**
 * The register as the readers of a tier may know it: findings up to the release, responses up to
 * its day of publication, and every recommendation as it stood at the cut-off. What is restricted
 * leaves no trace.
 * @throws Problem where a figure of the release is referred to that the tier does not have
 */
export function publishRegister(
  register: AuditRegister | undefined,
  edition: Edition,
): published.Register {
  if (register === undefined) return noRegister;
  const { audit } = register;
  const files = register.findings.filter(
    ({ finding }) => shownFrom(finding, edition) !== undefined,
  );
  const findings = files.map(({ finding }) => publishFinding(finding, edition));
  const shown = new Set(findings.map(({ id }) => id));
  const recommendations = files.flatMap((file) =>
    file.recommendations.map((one) => publishRecommendation(register, file, one, shown, edition)),
  );
  requireFigures(findings, edition);
  const conclusion = audit.conclusions.find(({ release }) => release === edition.release.id);
  return {
    body: { ...audit.body, contact: audit.body.contact ?? null },
    summary: conclusion?.summary ?? null,
    objectives: audit.objectives.map(({ id, question }) => ({
      id,
      question,
      conclusion: conclusion?.objectives[id] ?? null,
    })),
    scope: { covers: audit.scope.covers, leavesOut: audit.scope.leaves_out },
    criteria: audit.criteria,
    method: audit.method,
    documents: listDocuments(audit.documents, JSON.stringify([findings, recommendations])),
    findings,
    recommendations,
  };
}

/** The first release that shows a finding to the tier; undefined up to and with this one. */
function shownFrom(
  { release, public_from: from, restricted }: FindingFile["finding"],
  { programme, release: current, tier }: Edition,
): string | undefined {
  if (tier === "public" && restricted !== undefined) return undefined;
  if (tier === "sponsor" && restricted === "auditor") return undefined;
  const first = tier === "public" ? (from ?? release) : release;
  const order = programme.releases.map(({ id }) => id);
  return order.indexOf(first) <= order.indexOf(current.id) ? first : undefined;
}

function publishFinding(
  finding: FindingFile["finding"],
  edition: Edition,
): published.RegisterFinding {
  const { id, release, title, grade, objective, criteria, condition, cause, effect } = finding;
  return {
    ...{ id, release, shownFrom: shownFrom(finding, edition)!, title, grade, objective, criteria },
    ...{ condition, cause, effect, confidence: finding.confidence },
    affects: finding.affects,
    evidence: finding.evidence,
  };
}

function publishRecommendation(
  register: AuditRegister,
  { finding }: FindingFile,
  one: Recommendation,
  shown: ReadonlySet<string>,
  edition: Edition,
): published.RegisterRecommendation {
  const { release } = edition;
  const name = (id: string): string =>
    register.audit.bodies[id] ??
    edition.programme.partners.find((own) => own.id === id)?.name ??
    id;
  const { status, since, overdue, steps } = standingAt(one, release.cutOff);
  const { response } = one;
  const answered = response !== undefined && response.on <= release.published;
  return {
    id: one.id,
    release: finding.release,
    shownFrom: shownFrom(finding, edition)!,
    findings: [finding.id, ...one.also].filter((id) => shown.has(id)),
    action: one.action,
    addressee: name(one.addressee),
    due: one.due,
    priority: one.priority,
    response: answered ? { ...response, by: name(response.by) } : null,
    ...{ status, since, overdue },
    steps: steps.map(({ on, is, by, words, evidence }) => ({
      ...{ on, is, evidence },
      by: by === undefined ? null : name(by),
      words: words ?? null,
    })),
  };
}

/** Only what readers of the tier are referred to: the title of another could tell them something. */
function listDocuments(
  documents: AuditRegister["audit"]["documents"],
  shown: string,
): published.Register["documents"] {
  return documents
    .filter(({ sha256 }) => shown.includes(`document:${sha256}`))
    .map(({ title, sha256, kept_by: keptBy }) => ({ title, sha256, keptBy }));
}

/** A reader of the tier can find every figure of the release that a finding of it refers to. */
function requireFigures(
  findings: readonly published.RegisterFinding[],
  { release, figures, tier }: Edition,
): void {
  for (const { id, evidence, affects } of findings) {
    for (const reference of [...evidence.map(({ ref }) => ref), ...affects]) {
      const wanted = findFigureReference(reference);
      if (wanted === undefined || wanted.release !== release.id) continue;
      const found = figures.some(
        (figure) =>
          figure.indicator === wanted.indicator &&
          figure.breakdown === wanted.breakdown &&
          figure.category === wanted.category &&
          figure.subcategory === wanted.subcategory &&
          figure.statistic === wanted.statistic,
      );
      if (!found) throw noSuchFigure(id, reference, tier);
    }
  }
}

function noSuchFigure(finding: string, reference: string, tier: TierName): Problem {
  return new Problem(
    "register-figure",
    `The finding ${finding} refers to ${reference}, which the ${tier} tier of the release does not have.`,
    "Look the figure up in figures.csv of the tier and mend the reference, or restrict the finding.",
  );
}
