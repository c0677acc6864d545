import type { FindingFile } from "../schema.ts";
import { refuse, releaseOf, requireKnown, requireResolved, type Context } from "./context.ts";

/** The rules of a finding. @throws Problem at the first that it breaks. */
export function checkFinding(context: Context): void {
  const { audit, content } = context;
  const { finding } = content;
  checkReleases(context);
  const objectives = audit.objectives.map(({ id }) => id);
  const fault = "is not in objectives of audit.yaml";
  requireKnown(context, ["finding", "objective"], finding.objective, objectives, fault);
  const criteria = audit.criteria.map(({ id }) => id);
  finding.criteria.forEach((id, at) =>
    requireKnown(
      context,
      ["finding", "criteria", at],
      id,
      criteria,
      "is not in criteria of audit.yaml",
    ),
  );
  const { published } = releaseOf(context);
  finding.evidence.forEach(({ ref }, at) => {
    const path = ["finding", "evidence", at, "ref"];
    requireResolved(context, path, ref, published);
    refuseLessPublic(context, path, ref);
  });
  finding.affects.forEach((ref, at) => {
    const path = ["finding", "affects", at];
    if (!/^(figure|indicator):/.test(ref))
      refuse(context, path, "names no figure and no indicator");
    requireResolved(context, path, ref, published);
  });
}

function checkReleases(context: Context): void {
  const { release, public_from: from, restricted } = context.content.finding;
  const releases = context.programme.releases.map(({ id }) => id);
  const fault = "is no release of programme.yaml";
  requireKnown(context, ["finding", "release"], release, releases, fault);
  if (from === undefined) return;
  const path = ["finding", "public_from"];
  requireKnown(context, path, from, releases, fault);
  if (releases.indexOf(from) < releases.indexOf(release))
    refuse(context, path, "is before the release that the finding was reported with");
  if (restricted !== undefined)
    refuse(context, path, "contradicts restricted: a finding is one or the other");
}

/** A reader of a finding can look up all its evidence. */
function refuseLessPublic(context: Context, path: readonly PropertyKey[], ref: string): void {
  const cited = context.findings.find(({ finding }) => ref === `finding:${finding.id}`)?.finding;
  if (cited === undefined) return;
  if (rankOf(cited, context) > rankOf(context.content.finding, context))
    refuse(context, path, "names a finding that fewer readers may see than this one");
}

/** Larger for fewer readers, or later ones. */
function rankOf(finding: FindingFile["finding"], { programme }: Context): number {
  const releases = programme.releases.map(({ id }) => id);
  const closed = { sponsor: 1, auditor: 2 };
  if (finding.restricted !== undefined) return releases.length * closed[finding.restricted];
  return releases.indexOf(finding.public_from ?? finding.release);
}
