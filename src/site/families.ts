import type { IndicatorRelease, Release } from "../release/read.ts";
import type { About, Family } from "../release/schema.ts";

/** A question with the indicator that answers it first and the others after it. */
export interface Question {
  readonly family: Family;
  readonly lead: IndicatorRelease | undefined;
  readonly others: readonly IndicatorRelease[];
}

/** The families of a release that hold an indicator, in order; strangers come last, as one. */
export function listQuestions({ about, indicators }: Release): Question[] {
  const known = new Set(about.families.map(({ id }) => id));
  const rest = indicators.filter(({ definition }) => !known.has(definition.family));
  const questions = about.families.map((family) => {
    const own = indicators.filter(({ definition }) => definition.family === family.id);
    const lead = own.find(({ definition }) => definition.id === family.leads) ?? own[0];
    return { family, lead, others: own.filter((indicator) => indicator !== lead) };
  });
  const other: Family = {
    id: "other",
    title: "Other indicators",
    question: "What else is measured?",
    leads: "",
    doesNotShow: "",
    prominent: false,
  };
  const last = rest.length === 0 ? [] : [{ family: other, lead: rest[0], others: rest.slice(1) }];
  return [...questions.filter(({ lead }) => lead !== undefined), ...last];
}

/** A question that no indicator of the release answers, and the first that was meant to. */
export interface OpenQuestion {
  readonly family: Family;
  readonly notMeasured: About["notMeasured"][number];
}

/** The questions that stay open because what they need was not submitted or is not recorded. */
export function listOpenQuestions({ about, indicators }: Release): OpenQuestion[] {
  return about.families
    .filter(({ id }) => !indicators.some(({ definition }) => definition.family === id))
    .flatMap((family) => {
      const notMeasured = about.notMeasured.find(({ id }) => id === family.leads);
      return notMeasured === undefined ? [] : [{ family, notMeasured }];
    });
}

/** Questions with an answer and without one, in the order of the families. */
export function listAllQuestions(release: Release): (Question | OpenQuestion)[] {
  const order = release.about.families.map(({ id }) => id);
  const place = ({ family }: Question | OpenQuestion): number =>
    order.includes(family.id) ? order.indexOf(family.id) : order.length;
  const all = [...listQuestions(release), ...listOpenQuestions(release)];
  return all.sort((a, b) => place(a) - place(b));
}
