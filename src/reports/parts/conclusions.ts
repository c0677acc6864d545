import { listQuestions } from "../../site/families.ts";
import { drawBreakdown } from "../../site/pictures.ts";
import { chooseTrend } from "../../site/periods.ts";
import { drawCurve } from "../../site/curves.ts";
import type { IndicatorRelease } from "../../release/read.ts";
import { formatCount } from "../../site/words/numbers.ts";
import { sayMarks } from "../../site/words/events.ts";
import { joinFinding, sayComparison, sayHeadline } from "../../site/words/headlines.ts";
import { sayTarget } from "../../site/words/targets.ts";
import { capital } from "../../site/words/values.ts";
import { heading, list, paragraph, type Block, type Chart, type Part } from "../model.ts";
import { listEarlier, listNew, type Subject } from "./context.ts";

/** Part 3: the answers first, then what the figures show and do not; charts for the first questions. */
export async function summarise(subject: Subject): Promise<Part> {
  const { release } = subject;
  const { register } = release;
  const shown = await Promise.all(
    listQuestions(release).map(({ family, lead }) => showQuestion(family, lead!, subject)),
  );
  return {
    id: "summary",
    title: "Summary",
    blocks: [
      ...(register.summary === null ? [] : [{ kind: "lead" as const, text: register.summary }]),
      ...tabulateConclusions(subject),
      paragraph(sayRegister(subject)),
      ...shown.flat(),
    ],
  };
}

/** What was asked and what is answered, as a table; nothing where nothing is concluded. */
export function tabulateConclusions({ release }: Subject): Block[] {
  const answered = release.register.objectives.filter(({ conclusion }) => conclusion !== null);
  if (answered.length === 0) return [];
  return [
    {
      kind: "table",
      id: "conclusions-table",
      caption: "What was asked, and the auditor’s answer",
      columns: [
        { label: "Question", width: 1.5 },
        { label: "Answer", width: 0.6 },
        { label: "Because", width: 2.2 },
      ],
      rows: answered.map(({ question, conclusion }) => [
        question,
        capital(conclusion!.answer),
        conclusion!.words,
      ]),
    },
  ];
}

/** How much the register holds, in a sentence or two. */
export function sayRegister(subject: Subject): string {
  const { findings, recommendations } = listNew(subject);
  const earlier = listEarlier(subject);
  const late = earlier.filter(({ overdue }) => overdue);
  const now = `This release reports ${formatCount(findings.length, "finding")} and ${formatCount(recommendations.length, "recommendation")}.`;
  if (earlier.length === 0) return `${now} No earlier recommendation is on record.`;
  const overdue =
    late.length === 0
      ? "none is overdue"
      : `${formatCount(late.length, "one", "are").replace(/^1 one/, "1 is")} overdue`;
  return `${now} Of ${formatCount(earlier.length, "earlier recommendation")}, ${overdue}.`;
}

async function showQuestion(
  family: Subject["release"]["about"]["families"][number],
  lead: IndicatorRelease,
  { release }: Subject,
): Promise<Block[]> {
  const { definition, headline } = lead;
  const finding = joinFinding(sayHeadline(definition, headline, release));
  const beside = [
    sayComparison(definition, headline, release),
    sayTarget(definition, headline, release),
  ];
  const chart = family.prominent ? await drawLead(lead, release) : undefined;
  return [
    heading(`question-${family.id}`, family.question),
    paragraph(`${finding} ${beside.filter(Boolean).join(" ")}`),
    ...(chart === undefined ? [] : [chart]),
    {
      kind: "note",
      title: "What this does not show",
      text: [family.doesNotShow, ...definition.caveats].filter(Boolean).join(" "),
    },
  ];
}

/** The trend of an indicator as the site draws it, or its curve where there is no trend. */
async function drawLead(
  lead: IndicatorRelease,
  release: Subject["release"],
): Promise<Chart | undefined> {
  const breakdown = chooseTrend(lead);
  const picture =
    breakdown === undefined
      ? await drawCurve(lead, release)
      : await drawBreakdown(lead, breakdown, release);
  if (picture === undefined) return undefined;
  const { text, svg } = picture;
  const marks = "marks" in picture ? sayMarks(picture.marks ?? []) : "";
  return {
    ...{ kind: "chart", ...text, id: `chart-${text.id}`, subtitle: text.subtitle + marks },
    description: pointElsewhere(text.description),
    svg: pointElsewhere(svg),
  };
}

/** On its own page a chart stands above its table; in a report it stands alone. */
function pointElsewhere(text: string): string {
  return text.replace(/The table below it holds [^.<]*\./, "The release holds every number.");
}

/** Part 9: the answers with the findings and recommendations that they rest on. */
export function conclude(subject: Subject): Part {
  const { register } = subject.release;
  const blocks = register.objectives.flatMap(({ id, question, conclusion }) => {
    const own = register.findings.filter(({ objective }) => objective === id);
    const rests = own.map((finding) => `${finding.id}, ${finding.grade}: ${finding.title}`);
    return [
      heading(`conclusion-${id}`, question),
      paragraph(
        conclusion === null
          ? "This release concludes nothing on it."
          : `${capital(conclusion.answer)}. ${conclusion.words}`,
      ),
      ...(rests.length === 0
        ? [paragraph("No finding bears on it.")]
        : [paragraph("It rests on:"), list(rests)]),
    ];
  });
  return {
    id: "conclusions",
    title: "Conclusions",
    blocks: blocks.length === 0 ? [paragraph("No conclusions of an audit are on record.")] : blocks,
  };
}
