import type { Register } from "../../release/schema.ts";
import { listGaps, sayGap, shareGaps } from "../../site/words/coverage.ts";
import { formatPeriod } from "../../site/words/dates.ts";
import { nameCode } from "../../site/words/names.ts";
import { listSilences, saySilence } from "../../site/words/silences.ts";
import { listUnmeasured } from "../../site/words/unmeasured.ts";
import { heading, list, paragraph, terms, type Block, type Part } from "../model.ts";
import type { Subject } from "./context.ts";

const noBody =
  "The programme keeps no audit register, so that nobody’s findings stand in this report. What follows are the figures of the release, the rules by which they were made, and how to check them.";

/** Part 2: who audits, and by what right. */
export function describeMandate({ release }: Subject): Part {
  const { body } = release.register;
  const { programme } = release.about;
  const blocks: Block[] =
    body === null
      ? [paragraph(noBody)]
      : [
          terms([
            { term: "Auditor", says: body.name },
            { term: "Authority", says: body.authority },
            { term: "Independence", says: body.independence },
            ...(body.contact === null ? [] : [{ term: "Contact", says: body.contact }]),
          ]),
          paragraph(
            `Findings, recommendations and conclusions are the auditor’s words. Figures, tables and charts were set from the release of ${programme.name} by program, without a hand in between.`,
          ),
        ];
  return { id: "authority", title: "Authority and independence", blocks };
}

/** Part 4: what was asked. */
export function listObjectives({ release }: Subject): Part {
  const { register, about } = release;
  const measured = about.families.map(({ question }) => question);
  return {
    id: "objectives",
    title: "Objectives, as questions",
    blocks: [
      ...(register.objectives.length > 0
        ? [paragraph("The audit asked:"), list(register.objectives.map(({ question }) => question))]
        : [paragraph("No objectives of an audit are on record.")]),
      paragraph("The programme measures itself by these questions:"),
      list(measured),
    ],
  };
}

/** Part 5: what is in, what is not, and who did not report. */
export function describeScope({ release }: Subject): Part {
  const { register, about, coverage, codebook } = release;
  const { from, to } = about.period;
  const gaps = [
    ...shareGaps(listGaps(coverage, from, to)).map((gap) => sayGap(gap, about, codebook)),
    ...listSilences(about, coverage).map((silence) => saySilence(silence, about)),
  ];
  const unmeasured = listUnmeasured(about.notMeasured, release);
  return {
    id: "scope",
    title: "Scope, and what lies outside it",
    blocks: [
      paragraph(
        register.scope?.covers ??
          `The records that ${about.partners.length} partners submitted, ${formatPeriod(from, to)}.`,
      ),
      ...leftOut(register),
      heading("missing", "Who did not report"),
      ...(gaps.length === 0
        ? [paragraph("Every partner sent its files for every month.")]
        : [
            list(gaps),
            paragraph(
              "An empty file does not tell whether nothing happened or nothing was written down.",
            ),
          ]),
      ...(unmeasured.length === 0
        ? []
        : [
            heading("not-measured", "Not measured"),
            list(
              unmeasured.map(
                ({ because, titles }) => `${because} Not measured: ${titles.join(", ")}.`,
              ),
            ),
          ]),
      {
        kind: "table",
        id: "partners",
        caption: `The partners, ${about.partners.length} in all`,
        columns: [{ label: "Partner" }, { label: "Sector" }, { label: "Region" }],
        rows: about.partners.map(({ name, sector, region }) => [
          name,
          nameCode(about, "sector", sector),
          region === null ? "none" : nameCode(about, "region", region),
        ]),
      },
    ],
  };
}

function leftOut({ scope }: Register): Block[] {
  if (scope === null || scope.leavesOut.length === 0) return [];
  return [heading("left-out", "Left out"), list(scope.leavesOut)];
}

/** Part 6: against what the findings are held. */
export function listCriteria({ release }: Subject): Part {
  const { criteria } = release.register;
  return {
    id: "criteria",
    title: "Criteria",
    blocks: [
      ...(criteria.length === 0
        ? [paragraph("No criteria of an audit are on record.")]
        : [
            {
              kind: "table" as const,
              id: "criteria-table",
              caption: "What findings are held against",
              columns: [
                { label: "Id", width: 0.3 },
                { label: "Kind", width: 0.7 },
                { label: "Source", width: 1.4 },
                { label: "What it says", width: 3 },
              ],
              rows: criteria.map(({ id, kind, title, says }) => [id, kind, title, says]),
            },
          ]),
      paragraph(
        "What each figure counts and leaves out is in the definition that the release publishes beside it; annex B gives the digest of each.",
      ),
    ],
  };
}
