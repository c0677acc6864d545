import { formatDay } from "../site/words/dates.ts";
import { tierWords } from "../site/words/names.ts";
import type { Part, Report, Term } from "./model.ts";
import { annex, tabulateIndicators } from "./parts/annexes.ts";
import { conclude, sayRegister, summarise, tabulateConclusions } from "./parts/conclusions.ts";
import { listEarlier, listNew, type Subject } from "./parts/context.ts";
import { listFindings } from "./parts/findings.ts";
import { describeMandate, describeScope, listCriteria, listObjectives } from "./parts/mandate.ts";
import { describeMethod } from "./parts/method.ts";
import {
  followUp,
  listRecommendations,
  listResponses,
  tabulateFollowUp,
} from "./parts/recommendations.ts";
import { listRevisions } from "./parts/revisions.ts";
import { checkInFiveLines, describeRelease, listProof, statusWords } from "./parts/standing.ts";
import { heading, list, paragraph, terms } from "./model.ts";

/** The audit report of a release in its fourteen parts. */
export async function makeReport(subject: Subject): Promise<Report> {
  return {
    ...frame(subject),
    title: "Audit report",
    parts: [
      describeRelease(subject),
      describeMandate(subject),
      await summarise(subject),
      listObjectives(subject),
      describeScope(subject),
      listCriteria(subject),
      describeMethod(subject),
      listFindings(subject),
      conclude(subject),
      listRecommendations(subject),
      listResponses(subject),
      followUp(subject),
      listRevisions(subject),
      await annex(subject),
    ],
  };
}

/** So many findings and recommendations fit on a page; the report itself lists all. */
const mostListed = 7;

/** The same on two pages: the answers, the figures, what is overdue, how to check it. */
export function makeSummary(subject: Subject): Report {
  const { register } = subject.release;
  const late = listEarlier(subject).filter(({ overdue }) => overdue);
  const findings = listNew(subject).findings.map(
    ({ id, grade, title }) => `${id}, ${grade}: ${title}`,
  );
  const answers: Part = {
    id: "answers",
    title: "What the audit answers",
    blocks: [
      paragraph(register.summary ?? "The auditor has written no summary of this release."),
      ...tabulateConclusions(subject),
      paragraph(sayRegister(subject)),
      ...(findings.length === 0
        ? []
        : [paragraph("New findings:"), list(findings.slice(0, mostListed))]),
      ...(late.length === 0
        ? []
        : [tabulateFollowUp(late.slice(0, mostListed), "Recommendations that are overdue")]),
    ],
  };
  const figures: Part = {
    id: "figures",
    title: "What the figures show",
    blocks: [
      ...tabulateIndicators(subject, "first").slice(1),
      heading("limits", "What they do not show"),
      list(
        subject.release.about.families
          .filter(({ prominent }) => prominent)
          .map(({ doesNotShow }) => doesNotShow),
      ),
    ],
  };
  const check: Part = {
    id: "check",
    title: "How to check it",
    blocks: [terms(listProof(subject.release.proof)), checkInFiveLines(subject)],
  };
  return {
    ...frame(subject),
    title: "Summary of the audit report",
    parts: [answers, figures, check],
  };
}

/** What every report of a release says of it: programme, tier, status, facts. */
export function frame({ release }: Subject): Omit<Report, "title" | "parts"> {
  const { about, register } = release;
  const { name, says } = tierWords[about.tier];
  const facts: (Term | undefined)[] = [
    { term: "Published", says: formatDay(about.release.published) },
    { term: "Records up to", says: formatDay(about.release.cutOff) },
    register.body === null ? undefined : { term: "Auditor", says: register.body.name },
    { term: "For", says: `${name}. ${says}` },
    { term: "Status", says: statusWords[release.proof.status] },
  ];
  return {
    programme: about.programme.name,
    subtitle: about.release.title,
    tier: `${name}. ${says}`,
    status: `${name} ${about.release.id} · ${statusWords[release.proof.status]}`,
    warning: about.programme.synthetic
      ? "Everything in this report is made up, to show the form."
      : "",
    facts: facts.filter((fact) => fact !== undefined),
  };
}
