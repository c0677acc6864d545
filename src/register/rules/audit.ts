import type { Programme } from "../../programme.ts";
import type { Sourced } from "../../programme/faults.ts";
import type { AuditFile } from "../schema.ts";
import { refuse, requireKnown } from "./context.ts";

/** What audit.yaml says of itself and of programme.yaml. @throws Problem at the first fault. */
export function checkAudit(file: Sourced<AuditFile>, programme: Programme): void {
  const { content } = file;
  checkTwice(
    file,
    "objectives",
    content.objectives.map(({ id }) => id),
  );
  checkTwice(
    file,
    "criteria",
    content.criteria.map(({ id }) => id),
  );
  checkTwice(
    file,
    "documents",
    content.documents.map(({ sha256 }) => sha256),
  );
  checkTwice(
    file,
    "conclusions",
    content.conclusions.map(({ release }) => release),
  );
  for (const id of Object.keys(content.bodies)) {
    if (programme.partners.some((partner) => partner.id === id))
      refuse(file, ["bodies", id], "is a partner: a body needs another identifier");
  }
  const releases = programme.releases.map(({ id }) => id);
  const objectives = content.objectives.map(({ id }) => id);
  content.conclusions.forEach((conclusion, at) => {
    const path = ["conclusions", at];
    const fault = "is no release of programme.yaml";
    requireKnown(file, [...path, "release"], conclusion.release, releases, fault);
    for (const id of Object.keys(conclusion.objectives))
      requireKnown(file, [...path, "objectives", id], id, objectives, "is not in objectives");
  });
}

function checkTwice(
  file: Sourced<AuditFile>,
  list: "objectives" | "criteria" | "documents" | "conclusions",
  ids: readonly string[],
): void {
  const at = ids.findIndex((id, place) => ids.indexOf(id) !== place);
  if (at >= 0) refuse(file, [list, at], "is there twice");
}
