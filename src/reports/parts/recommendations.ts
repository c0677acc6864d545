import type { RegisterRecommendation } from "../../release/schema.ts";
import { formatDay } from "../../site/words/dates.ts";
import { formatCount, joinWords } from "../../site/words/numbers.ts";
import { capital } from "../../site/words/values.ts";
import { paragraph, type Block, type Part } from "../model.ts";
import { sayStatus } from "../words.ts";
import { listEarlier, listNew, type Subject } from "./context.ts";

/** Part 10: what is to be done, by whom and when. */
export function listRecommendations(subject: Subject): Part {
  const { recommendations } = listNew(subject);
  return {
    id: "recommendations",
    title: "Recommendations",
    blocks:
      recommendations.length === 0
        ? [paragraph("This release makes no new recommendation.")]
        : [
            {
              kind: "table",
              id: "recommendations-table",
              caption: `Recommendations of this release, ${recommendations.length} in all`,
              columns: [
                { label: "Id", width: 0.9 },
                { label: "Action", width: 2.6 },
                { label: "Addressee", width: 1.1 },
                { label: "Due", width: 1 },
                { label: "Priority", width: 0.7 },
                { label: "Answers", width: 0.9 },
              ],
              rows: recommendations.map((one) => [
                one.id,
                one.action,
                one.addressee,
                formatDay(one.due),
                capital(one.priority),
                joinWords(one.findings),
              ]),
            },
          ],
  };
}

/** Part 11: what those answered who are to act, in their own words. */
export function listResponses(subject: Subject): Part {
  const { recommendations } = listNew(subject);
  const { published } = subject.release.about.release;
  const silent = recommendations.filter(({ response }) => response === null);
  const answered = recommendations.filter(({ response }) => response !== null);
  return {
    id: "responses",
    title: "What management answered",
    blocks: [
      ...(recommendations.length === 0 ? [paragraph("There was nothing to answer.")] : []),
      ...(answered.length === 0 ? [] : [tabulateResponses(answered)]),
      ...(silent.length === 0
        ? []
        : [
            paragraph(
              `No answer had come by ${formatDay(published)} to ${joinWords(silent.map(({ id, addressee }) => `${id} (${addressee})`))}.`,
            ),
          ]),
    ],
  };
}

function tabulateResponses(answered: readonly RegisterRecommendation[]): Block {
  return {
    kind: "table",
    id: "responses-table",
    caption: "Answers, each in the words of who gave it",
    columns: [
      { label: "Id", width: 0.8 },
      { label: "By", width: 1.1 },
      { label: "On", width: 1.1 },
      { label: "Position", width: 1 },
      { label: "In their words", width: 3 },
    ],
    rows: answered.map(({ id, response }) => [
      id,
      response!.by,
      formatDay(response!.on),
      capital(response!.position),
      `“${response!.words}”`,
    ]),
  };
}

/** Part 12: every earlier recommendation, and what became of it by the cut-off. */
export function followUp(subject: Subject): Part {
  const earlier = listEarlier(subject);
  const { cutOff } = subject.release.about.release;
  return {
    id: "follow-up",
    title: "What became of earlier recommendations",
    blocks:
      earlier.length === 0
        ? [paragraph("No earlier release made a recommendation.")]
        : [
            paragraph(`As it stood on ${formatDay(cutOff)}: ${sayCounts(earlier)}`),
            paragraph(
              "“Claimed” is what the addressee says. “Verified” means that somebody other than the addressee has looked and found it done.",
            ),
            tabulateFollowUp(earlier),
          ],
  };
}

function sayCounts(earlier: readonly RegisterRecommendation[]): string {
  const groups = Map.groupBy(earlier, ({ status }) => status);
  const counts = [...groups].map(([status, own]) => `${own.length} ${status}`);
  const late = earlier.filter(({ overdue }) => overdue).length;
  return `${joinWords(counts)}. ${capital(formatCount(late, "recommendation"))} ${late === 1 ? "is" : "are"} overdue.`;
}

/** Recommendations with their status, those that are overdue first. */
export function tabulateFollowUp(
  earlier: readonly RegisterRecommendation[],
  caption = "Earlier recommendations, those that are overdue first",
): Block {
  const rows = earlier.toSorted((a, b) => Number(b.overdue) - Number(a.overdue));
  return {
    kind: "table",
    id: "follow-up-table",
    caption,
    columns: [
      { label: "Id", width: 1 },
      { label: "Action", width: 1.8 },
      { label: "Addressee", width: 1.1 },
      { label: "Due", width: 1.1 },
      { label: "Status", width: 1.25 },
      { label: "Last step", width: 1.75 },
    ],
    rows: rows.map((one) => [
      one.id,
      one.action,
      one.addressee,
      formatDay(one.due),
      sayStatus(one),
      sayLastStep(one),
    ]),
  };
}

function sayLastStep({ steps }: RegisterRecommendation): string {
  const last = steps.at(-1);
  if (last === undefined) return "none on record";
  return [last.by === null ? "" : `${last.by}.`, last.words ?? ""].filter(Boolean).join(" ");
}
