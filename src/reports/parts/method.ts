import { sayRounding } from "../../site/words/rounding.ts";
import { formatCount } from "../../site/words/numbers.ts";
import { heading, list, paragraph, terms, type Part } from "../model.ts";
import type { Subject } from "./context.ts";

/** Part 7: how the figures were made, protected and checked. */
export function describeMethod({ release }: Subject): Part {
  const { register, disclosure, manifest } = release;
  const rounding = sayRounding(disclosure);
  return {
    id: "method",
    title: "Method and evidence",
    blocks: [
      ...(register.method.length === 0
        ? []
        : [heading("audit-method", "What the auditor did"), list(register.method)]),
      heading("figures-method", "How the figures were made"),
      paragraph(
        "Partners submit anonymised records. Each row ends in one place: accepted, quarantined with a reason, or exact repeat. Accepted rows are counted into tallies; then the records are dropped, and every figure is computed from the tallies alone by the SQL that the release publishes.",
      ),
      paragraph(
        rounding === ""
          ? "Counts of this tier are exact. They can point at people: they are for auditors alone."
          : `${rounding} Every figure of this tier is computed from these rounded counts, and its interval is widened for the rounding.`,
      ),
      heading("protection", "The rules that protect people"),
      list(disclosure.rules.map(({ words, source }) => `${words} Source: ${source}`)),
      heading("digests", "What the release is held to"),
      terms([
        { term: "Rules of protection, SHA-256", says: disclosure.policySha256 },
        {
          term: "Files of definitions",
          says: `${formatCount(manifest.inputs.length, "file")}, each with its SHA-256 in manifest.json`,
        },
        {
          term: "Files of the release",
          says: `${formatCount(manifest.files.length, "file")}, each with its SHA-256 in manifest.json`,
        },
      ]),
    ],
  };
}
