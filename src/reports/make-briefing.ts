import { listJudged, type Judged } from "../site/steering/judged.ts";
import { listNeeds } from "../site/words/attention.ts";
import { sayApart, sayComparisons } from "../site/words/compared.ts";
import { groupHealth, sayAttention, sayHealth } from "../site/words/health.ts";
import { nameSpan, sayLatest, sayRange } from "../site/words/judgements.ts";
import { capital } from "../site/words/values.ts";
import { assuranceWords, verdictOf } from "../site/words/verdicts.ts";
import { frame } from "./make-report.ts";
import { list, paragraph, type Part, type Report } from "./model.ts";
import type { Subject } from "./parts/context.ts";

/** So much fits on two pages; the rest is said to be on the site. */
const most = { needs: 6, changed: 8, apart: 3, indicators: 70 };

/** A release on two pages for a senior sponsor: what the site's page of the same name says. */
export function makeBriefing(subject: Subject): Report {
  const { release } = subject;
  const all = listJudged(release);
  const { changed } = groupHealth(all);
  const judged = all.filter(({ points }) => points.length > 0).slice(0, most.indicators);
  return {
    ...frame(subject),
    title: "Briefing for sponsors",
    parts: [
      { id: "needs", title: "What needs you", blocks: [lead(all), ...sayNeeds(subject)] },
      {
        id: "changed",
        title: "What changed by more than chance",
        blocks: [tabulateChanged(changed)],
      },
      { id: "partners", title: "The partners", blocks: comparePartners(subject) },
      {
        ...{ id: "all", title: "Every indicator: change or noise" },
        blocks: [tabulateAll(judged, all.length - judged.length)],
      },
      { id: "reading", title: "How to read it", blocks: [paragraph(reading)] },
    ],
  };
}

const reading =
  "“Changed by more than chance”: outside what chance gives, or to one side of its mean for seven months. " +
  "“Only noise”: there is nothing to explain. One or two indicators in a hundred look changed by " +
  "chance. A partner that lies apart is a question, not a verdict. Counts may be rounded to protect " +
  "people; the limits are those of the counts as rounded. What is not measured is not here.";

function lead(all: readonly Judged[]): Part["blocks"][number] {
  return { kind: "lead", text: sayHealth(groupHealth(all)) };
}

function sayNeeds({ release }: Subject): Part["blocks"] {
  const needs = listNeeds(release);
  if (needs.length === 0) return [paragraph(`${sayAttention([])}.`)];
  const rest = needs.length - most.needs;
  return [
    list(needs.slice(0, most.needs).map(({ head, says }) => `${head}. ${says}`)),
    ...(rest > 0 ? [paragraph(`And ${rest} more, on the site.`)] : []),
  ];
}

function tabulateChanged(changed: readonly Judged[]): Part["blocks"][number] {
  if (changed.length === 0) return paragraph("Nothing changed by more than chance explains.");
  const shown = changed.slice(0, most.changed);
  const rest = changed.length - shown.length;
  return {
    ...{ kind: "table", id: "changed-table" },
    caption: `The last point beside what is usual${rest > 0 ? `; ${rest} more on the site` : ""}`,
    columns: [
      { label: "Indicator", width: 2 },
      { label: "Verdict", width: 1.3 },
      { label: "Last", width: 0.8 },
      { label: "Usual", width: 1.2 },
      { label: "Since", width: 1 },
    ],
    rows: shown.map((one) => [
      one.indicator.definition.title,
      capital(verdictOf(one.judgement).short),
      sayLatest(one),
      sayRange(one),
      nameSpan(one.points.find(({ period }) => period === one.judgement.since)!),
    ]),
  };
}

function comparePartners({ release }: Subject): Part["blocks"] {
  const { comparison } = release.steering!;
  const apart = comparison.filter(({ partners }) => partners.some((one) => one.apart !== null));
  const titleOf = (id: string): string =>
    release.indicators.find(({ definition }) => definition.id === id)!.definition.title;
  return [
    paragraph(sayComparisons(comparison)),
    ...(apart.length === 0
      ? []
      : [
          list(
            apart
              .slice(0, most.apart)
              .map((one) => `${titleOf(one.indicator)}: ${sayApart(one, release)}`),
          ),
        ]),
  ];
}

function tabulateAll(judged: readonly Judged[], rest: number): Part["blocks"][number] {
  const verdict = ({ judgement }: Judged): string =>
    [
      verdictOf(judgement).short,
      ...(judgement.assurance === null ? [] : [assuranceWords[judgement.assurance].short]),
    ].join(", ");
  return {
    ...{ kind: "table", id: "all-table" },
    caption: `The last settled month, and what is usual by chance alone${rest > 0 ? `; of ${rest} more nobody can say yet` : ""}`,
    columns: [
      { label: "Indicator", width: 1.75 },
      { label: "Last", width: 0.85 },
      { label: "Usual", width: 1.05 },
      { label: "Verdict", width: 1 },
    ],
    rows: judged.map((one) => [
      one.indicator.definition.title,
      sayLatest(one),
      sayRange(one),
      verdict(one),
    ]),
  };
}
