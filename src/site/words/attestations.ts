import type { Attestation } from "../../release/read.ts";
import { formatCount, formatPlain } from "./numbers.ts";

/** What an auditor found, agreeing or not, in one sentence. */
export function sayResult({ predicate }: Attestation): string {
  const { figures, differing, notRecomputable } = predicate;
  const { reperformed, agreed } = figures;
  const result =
    differing.length === 0 && agreed === reperformed
      ? "Each came out as it is published"
      : `${formatPlain(agreed, 0)} came out as published, and ${formatPlain(differing.length, 0)} did not`;
  const rest =
    notRecomputable.length === 0
      ? ""
      : ` ${formatCount(notRecomputable.length, "figure")} could not be worked out again.`;
  return `Worked ${formatCount(reperformed, "figure")} out again from the published tallies. ${result}.${rest}`;
}

/** Why figures could not be worked out again, each reason once with how many it concerns. */
export function listReasons({ predicate }: Attestation): string[] {
  const reasons = Map.groupBy(predicate.notRecomputable, ({ why }) => why);
  return [...reasons].map(([why, own]) => `${formatCount(own.length, "figure")}: ${why}`);
}
