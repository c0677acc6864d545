import { findNearest } from "../programme/near.ts";
import type { BundleManifest, SealedTier } from "./manifest.ts";
import { sealProblems } from "./problems.ts";
import type { Recipient, RecipientsFile } from "./recipients.ts";

/** Who a bundle is sealed to, and who is not any more. */
export type Chosen = Pick<BundleManifest, "recipients" | "recovery" | "leftOut">;

export interface Choice {
  readonly tier: SealedTier;
  /** The day on which the release was published: no clock is read. */
  readonly published: string;
  /** Seal to these names only. */
  readonly only?: readonly string[] | undefined;
}

/**
 * Who may read a bundle: everybody of its tier whose key is neither revoked nor expired.
 * @throws Problem where nobody is left, or somebody who was asked for by name cannot be sealed to
 */
export function chooseRecipients(
  { recipients, recovery }: RecipientsFile,
  { tier, published, only }: Choice,
): Chosen {
  for (const name of only ?? []) refuseUnusable(name, recipients, tier, published);
  const asked = recipients.filter(
    (one) => one.tier === tier && (only === undefined || only.includes(one.name)),
  );
  const good = asked.filter((one) => findFault(one, published) === undefined);
  const leftOut = asked.flatMap((one) => {
    const fault = findFault(one, published);
    return fault === undefined ? [] : [{ name: one.name, key: one.key, ...fault }];
  });
  if (good.length === 0) throw sealProblems.nobody(tier, describeNobody(tier, leftOut));
  return {
    recipients: good.map(({ name, key, expires }) => ({ name, key, expires })),
    recovery: recovery.map(({ name, key }) => ({ name, key })),
    leftOut,
  };
}

type Fault = Pick<BundleManifest["leftOut"][number], "why" | "day">;

function findFault({ expires, revoked }: Recipient, published: string): Fault | undefined {
  if (revoked !== undefined) return { why: "revoked", day: revoked };
  return expires < published ? { why: "expired", day: expires } : undefined;
}

/** Why somebody is left out: “the key was revoked on 2026-10-01”. */
export function describeFault({ why, day }: Fault): string {
  return why === "revoked" ? `the key was revoked on ${day}` : `the key expired on ${day}`;
}

function describeNobody(tier: SealedTier, leftOut: BundleManifest["leftOut"]): string {
  if (leftOut.length === 0) return `the file of recipients names none of the ${tier} tier`;
  return leftOut.map((one) => `${one.name}: ${describeFault(one)}`).join("; ");
}

function refuseUnusable(
  name: string,
  all: readonly Recipient[],
  tier: SealedTier,
  published: string,
): void {
  const found = all.find((one) => one.name === name);
  if (found === undefined) {
    const nearest = findNearest(
      name,
      all.map((one) => one.name),
    );
    throw sealProblems.unknownName(
      name,
      nearest === undefined ? "." : `: did you mean ${nearest}?`,
    );
  }
  if (found.tier !== tier) throw sealProblems.otherTier(name, tier, found.tier);
  const fault = findFault(found, published);
  if (fault !== undefined) throw sealProblems.unusable(name, describeFault(fault));
}
