import type { Release } from "../../release/read.ts";
import type { RegisterFinding, RegisterRecommendation } from "../../release/schema.ts";
import type { Proof } from "../proof.ts";

/** What came of recomputing the figures of a release from its own tallies. */
export interface Recomputed {
  readonly agreed: number;
  /** Figures by which a reader can find them. */
  readonly differing: readonly string[];
  readonly notRecomputable: readonly { readonly figure: string; readonly why: string }[];
}

/** Everything that a report is made from. */
export interface Subject {
  readonly release: Release;
  readonly proof: Proof;
  /** Undefined where nobody has recomputed the release. */
  readonly recomputed?: Recomputed | undefined;
}

/** Findings and recommendations that this release shows for the first time. */
export function listNew({ release }: Subject): {
  findings: readonly RegisterFinding[];
  recommendations: readonly RegisterRecommendation[];
} {
  const { register, about } = release;
  const isNew = (one: { shownFrom: string }): boolean => one.shownFrom === about.release.id;
  return {
    findings: register.findings.filter(isNew),
    recommendations: register.recommendations.filter(isNew),
  };
}

/** Recommendations that an earlier release has shown. */
export function listEarlier({ release }: Subject): readonly RegisterRecommendation[] {
  const { register, about } = release;
  return register.recommendations.filter(({ shownFrom }) => shownFrom !== about.release.id);
}
