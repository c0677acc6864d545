import type { Release } from "../../release/read.ts";
import type { OpenQuestion, Question } from "../families.ts";
import { joinFinding, sayHeadline } from "./headlines.ts";
import { sayWhy } from "./unmeasured.ts";

/** The answer to a question in one sentence: its first finding, or why this release cannot say. */
export function sayAnswer(question: Question | OpenQuestion, release: Release): string {
  if (!("lead" in question))
    return `This release cannot say. ${sayWhy(question.notMeasured, release)}`;
  const { definition, headline } = question.lead!;
  return joinFinding(sayHeadline(definition, headline, release));
}
