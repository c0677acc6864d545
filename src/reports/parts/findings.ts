import type { RegisterFinding } from "../../release/schema.ts";
import { joinWords } from "../../site/words/numbers.ts";
import { capital } from "../../site/words/values.ts";
import { heading, paragraph, terms, type Block, type Part } from "../model.ts";
import { sayReference } from "../words.ts";
import { listNew, type Subject } from "./context.ts";

/** Part 8: what was found, each finding with all that it rests on. */
export function listFindings(subject: Subject): Part {
  const { findings } = listNew(subject);
  const { tier } = subject.release.about;
  const closed =
    tier === "auditor"
      ? []
      : [
          paragraph(
            "Findings that readers of this report may not see are not in it, and nothing in it says whether there are any.",
          ),
        ];
  return {
    id: "findings",
    title: "Findings",
    blocks: [
      ...(findings.length === 0
        ? [paragraph("This release reports no new finding.")]
        : findings.flatMap((finding) => describeFinding(finding, subject))),
      ...closed,
    ],
  };
}

function describeFinding(finding: RegisterFinding, { release }: Subject): Block[] {
  const { register } = release;
  const objective = register.objectives.find(({ id }) => id === finding.objective);
  const criteria = finding.criteria.map(
    (id) => register.criteria.find((one) => one.id === id)?.title ?? id,
  );
  const affects = finding.affects.map((one) => sayReference(one, release).says);
  return [
    heading(finding.id, `${finding.id}: ${finding.title}`, `Grade: ${finding.grade}`),
    terms([
      { term: "Question", says: objective?.question ?? finding.objective },
      { term: "Held against", says: joinWords(criteria) },
      { term: "What was found", says: finding.condition },
      { term: "Why it is so", says: finding.cause },
      { term: "What follows", says: finding.effect },
      {
        term: "Confidence",
        says: `${capital(finding.confidence.level)}. ${finding.confidence.why}`,
      },
      { term: "Bears on", says: affects.length === 0 ? "no figure" : affects.join("; ") },
    ]),
    {
      kind: "table",
      id: `${finding.id}-evidence`,
      caption: `Evidence for ${finding.id}`,
      columns: [
        { label: "What it shows", width: 1.3 },
        { label: "Where it stands", width: 1.7 },
        { label: "It reads", width: 1 },
      ],
      rows: finding.evidence.map(({ ref, shows }) => {
        const { says, reads } = sayReference(ref, release);
        return [shows, says, reads === "" ? "no number" : reads];
      }),
    },
  ];
}
