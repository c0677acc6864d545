import type { Assurance, Judgement, Variation } from "../../release/schema.ts";

/** A verdict in words, and what it means in one line. */
export interface Verdict {
  /** The name of its sign, and what its anchor is called. */
  readonly sign: string;
  readonly name: string;
  /** The same within a sentence, or where room is short. */
  readonly short: string;
  readonly gloss: string;
}

/** Whether an indicator has changed of late. */
export const variationWords: Readonly<Record<Variation, Verdict>> = {
  worse: {
    sign: "worse",
    name: "More than chance: worse",
    short: "changed for the worse",
    gloss: "The last points differ from those before by more than chance, away from the aim.",
  },
  better: {
    sign: "better",
    name: "More than chance: better",
    short: "changed for the better",
    gloss: "The last points differ from those before by more than chance, towards the aim.",
  },
  up: {
    sign: "up",
    name: "More than chance: up",
    short: "changed upwards",
    gloss: "More than chance, upwards. Neither direction is good or bad in itself.",
  },
  down: {
    sign: "down",
    name: "More than chance: down",
    short: "changed downwards",
    gloss: "More than chance, downwards. Neither direction is good or bad in itself.",
  },
  noise: {
    sign: "noise",
    name: "Only noise",
    short: "only noise",
    gloss: "Its ups and downs are what it does by itself. There is nothing to explain.",
  },
};

/** All of which nothing is said, for whatever reason. */
export const unsaidWords: Verdict = {
  sign: "unsaid",
  name: "Nobody can say yet",
  short: "not said",
  gloss: "Too few months or cases are known to tell a change from chance.",
};

/** Why nothing is said. */
export const silenceWords: Readonly<Record<NonNullable<Judgement["why"]>, Verdict>> = {
  "too few points": {
    sign: "unsaid",
    name: "Too few points to say",
    short: "too few points",
    gloss: "Fewer than twelve months or quarters can be charted: chance and change look alike.",
  },
  "too few cases": {
    sign: "unsaid",
    name: "Too few cases to say",
    short: "too few cases",
    gloss:
      "So few cases a month, of one kind or the other, that one of them would look like a change.",
  },
  "counted otherwise": {
    sign: "unsaid",
    name: "Counted otherwise of late",
    short: "counted otherwise",
    gloss:
      "How it is counted has changed, and fewer than twelve months or quarters can be charted since.",
  },
  "not alike": {
    sign: "unsaid",
    name: "Its months are not alike",
    short: "not alike",
    gloss:
      "Its months are not made of cases in the same way, such as where one delivery brings many, so " +
      "none is held against the others.",
  },
  "not over time": {
    sign: "unsaid",
    name: "Not given over time",
    short: "not over time",
    gloss: "It is measured for whole years, or as it stood at the cut-off.",
  },
};

/** Whether an indicator will reach its target as it goes now. */
export const assuranceWords: Readonly<Record<Assurance, Verdict>> = {
  misses: {
    sign: "misses",
    name: "Will keep missing its target",
    short: "misses its target",
    gloss: "Even its best months would fall short. It does not get there unless something changes.",
  },
  "hit and miss": {
    sign: "hit-and-miss",
    name: "Hit and miss",
    short: "hit and miss",
    gloss: "Some months reach the target and some do not, by chance alone.",
  },
  meets: {
    sign: "meets",
    name: "Will keep meeting its target",
    short: "meets its target",
    gloss: "Even its worst months reach it, as long as nothing changes.",
  },
};

/** The verdict on an indicator, or why there is none. */
export function verdictOf({ variation, why }: Judgement): Verdict {
  return variation === null ? silenceWords[why!] : variationWords[variation];
}
