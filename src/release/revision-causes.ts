import type { DeclaredRevision } from "../programme.ts";
import { findMethodChanges, type Method } from "./method-changes.ts";
import { sayCorrections, sayLaterFiles } from "./revision-words.ts";
import type { About, Figure, Manifest, RevisionKind, Submission } from "./schema.ts";
import { compareSubmissions, type SubmissionChange } from "./submissions.ts";

/** Why a figure reads differently than before. */
export interface Cause {
  readonly kind: RevisionKind;
  readonly reason: string;
}

/** Said where no file is another: whether the exact count moved at all, nobody is told. */
const roundingToo = "The rounding that protects small numbers can have moved it too.";

/** Two releases, as far as one can explain a figure of the other. */
export interface Compared {
  readonly before: Standing;
  readonly now: Standing;
  readonly declared: readonly DeclaredRevision[];
}

export interface Standing extends Method {
  readonly software: Manifest["software"];
  readonly about: About;
  readonly submissions: readonly Submission[];
}

/**
 * Finds why figures were revised, from what is published of both releases and from nothing else: what
 * the exact counts did stays unsaid. An operator's declaration wins; then a change of method; then a
 * file that replaced a complete one; then files that came later; then another version of the program;
 * then, where counts are rounded, the rounding.
 */
export class RevisionCauses {
  readonly #compared: Compared;
  readonly #changes: readonly SubmissionChange[];
  readonly #submitted: ReadonlySet<string>;

  constructor(compared: Compared) {
    this.#compared = compared;
    const [before, now] = [compared.before, compared.now].map(({ about, submissions }) => ({
      ...{ submissions, cutOff: about.release.cutOff },
    }));
    this.#changes = compareSubmissions(before!, now!);
    this.#submitted = new Set(
      [...before!.submissions, ...now!.submissions].map(({ kind }) => kind),
    );
  }

  /** @returns undefined where nothing explains it */
  find(figure: Figure): Cause | undefined {
    const { declared, before, now } = this.#compared;
    const said = declared.find(
      ({ indicators }) => indicators === "all" || indicators.includes(figure.indicator),
    );
    if (said !== undefined) return { kind: said.kind, reason: said.reason };
    const method = findMethodChanges(figure, before, now);
    if (method.length > 0) return { kind: "method change", reason: method.join(" ") };
    // Rounding can move a figure although nothing else has changed.
    const rounded = now.definitions.get(figure.indicator)?.rounded === true;
    const own = this.#changes.filter((change) => this.#concerns(change, figure));
    const corrections = own.filter(({ what }) => what === "replaced");
    const later = sayLaterFiles(now.about, own);
    if (corrections.length > 0) {
      const sentences = [sayCorrections(now.about, corrections), ...later];
      return { kind: "correction", reason: sentences.join(" ") };
    }
    if (later.length > 0) {
      const files = own.some(({ what }) => what === "later");
      const reason = [...later, ...(rounded && !files ? [roundingToo] : [])].join(" ");
      return { kind: "late data", reason };
    }
    const [old, version] = [before.software.version, now.software.version];
    if (old !== version) {
      const reason = `Plumbline, the program, changed from version ${old} to ${version}.`;
      return { kind: "method change", reason };
    }
    if (!rounded) return undefined;
    const reason = "No submission changed: the rounding that protects small numbers moved it.";
    return { kind: "protection", reason };
  }

  /** Whether a submission speaks of the cases that a figure counts. */
  #concerns({ kind, partner, period }: SubmissionChange, figure: Figure): boolean {
    const definition = this.#compared.now.definitions.get(figure.indicator);
    const kinds = definition?.tallies.map(({ name }) => name) ?? [];
    const months = period.from.slice(0, 7) <= figure.to && figure.from <= period.to.slice(0, 7);
    // What nobody submits is what was seen of all submissions.
    const counted = kinds.some((one) => one === kind || !this.#submitted.has(one));
    return counted && months && (partner === null || this.#counts(figure, partner));
  }

  #counts({ breakdown, category }: Figure, partner: string): boolean {
    if (breakdown === "partner") return category === partner;
    if (breakdown !== "sector" && breakdown !== "region") return true;
    const place = this.#compared.now.about.partners.find(({ id }) => id === partner);
    return place === undefined || place[breakdown] === category;
  }
}
