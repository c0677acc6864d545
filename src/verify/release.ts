import { parseRelease, type ReleaseFiles } from "../release/parse.ts";
import { about } from "../release/schema.ts";
import { namespaces } from "../trust/ssh/allowed-signers.ts";
import { decodeText } from "../trust/bytes.ts";
import type { Anchor } from "./anchor.ts";
import { check, type Check, type Finding } from "./check.ts";
import { readParsed } from "./json.ts";
import { nameWitnesses } from "./log.ts";
import { readLoggedRelease, type LoggedRelease } from "./log-entry.ts";
import type { Place } from "./place.ts";
import { verifyProblems } from "./problems.ts";
import { checkProtection } from "./protection.ts";
import { checkReleaseFiles } from "./release-files.ts";
import { findUntoldRevisions } from "./revisions.ts";
import { checkSignature } from "./signature.ts";

/** What a release is checked beside. */
export interface ReleaseContext {
  /** Whom the reader believes; undefined where nobody signed. */
  readonly anchor: Anchor | undefined;
  /** The release that it supersedes, where that is at hand. */
  readonly before?: ReleaseFiles | undefined;
  /** Computes every figure anew from the published tallies. */
  readonly recompute: (release: Place) => Promise<Finding>;
}

export interface VerifiedRelease {
  /** Undefined where it cannot be read. */
  readonly release: ReleaseFiles | undefined;
  readonly logged: LoggedRelease | undefined;
}

/**
 * Checks a release from its own files: that they are those that were published, who signed them,
 * that the log holds them, that nothing hidden can be told, that each figure follows from the
 * tallies, and that what was revised is said.
 * @param place the folder of one tier
 */
export async function* verifyRelease(
  place: Place,
  { anchor, before, recompute }: ReleaseContext,
): AsyncGenerator<Check, VerifiedRelease> {
  yield await checkReleaseFiles(place);
  const named = await readParsed(place, "about.json", about).catch(() => undefined);
  if (named === undefined) return { release: undefined, logged: undefined };
  const { tier, release } = named;
  yield await checkSignature({
    ...{ place, path: "SHA256SUMS", namespace: namespaces.release, day: release.published },
    anchor,
  });
  let logged: LoggedRelease | undefined;
  yield await check("log entry", async () => {
    if (anchor === undefined) return { unproven: "no log is at hand" };
    logged = await readLoggedRelease(place, { release: release.id, tier }, anchor);
    return logged === undefined ? nobodyLogged(anchor) : describeEntry(logged, anchor);
  });
  for (const one of await checkProtection(place, tier)) yield one;
  const parsed = await parse(place);
  yield await check("figures", async () =>
    parsed === undefined ? ["A file is not what FORMAT.md says of it."] : recompute(place),
  );
  if (parsed !== undefined && before !== undefined) yield await checkRevisions(before, parsed);
  return { release: parsed, logged };
}

function describeEntry({ verified, bundle }: LoggedRelease, { policy }: Anchor): string {
  const { index, witnessed, size } = verified;
  const seen = nameWitnesses(
    policy,
    witnessed.map(({ name }) => name),
  );
  return `entry ${index} of ${size} in the log ${bundle.checkpoint.origin}${seen && `, seen by ${seen}`}`;
}

function nobodyLogged({ borrowed }: Anchor): Finding {
  return borrowed
    ? { unproven: "the release is in no log" }
    : ["The release is in no log, and you ask for one."];
}

async function parse(place: Place): Promise<ReleaseFiles | undefined> {
  return parseRelease(place.name, async (path) => {
    const bytes = await place.read(path);
    if (bytes === undefined) throw verifyProblems.missing(path);
    return decodeText(bytes) ?? "";
  }).catch(() => undefined);
}

function checkRevisions(before: ReleaseFiles, now: ReleaseFiles): Promise<Check> {
  return check("revisions", () => {
    const faults = findUntoldRevisions(before, now);
    const { length } = now.revisions;
    return Promise.resolve(
      faults.length > 0
        ? faults
        : `each of ${length.toLocaleString("en")} figures that ${before.about.release.id} gave otherwise is said to be revised`,
    );
  });
}
