import type { Figure, Mark, Reason } from "../../release/schema.ts";

/** What stands in the place of a number that is not shown. */
export interface Missing {
  readonly mark: Mark;
  /** What a screen reader reads in the mark's place, and the key under a table says. */
  readonly says: string;
  /** What a chart says where there is room for a word: "hidden", "fewer than 10". */
  readonly word: string;
}

type Unshown = Pick<Figure, "status" | "why"> & { readonly mark?: Mark };

/** Why nothing is shown, as the end of "It is hidden, because …"; `few` is "fewer than 10". */
const reasons: Record<Reason, (few: string) => string> = {
  "small number": (few) => `${few} cases lie on one side of it, or turned out one way`,
  "few cases": () => "too few cases stand behind it",
  dominated: () => "few cases, or one or two partners, make up most of the sum",
  "protects another": () => "with it a hidden sum could be worked out",
  "no cases": () => "there was nothing to measure",
  "not recorded": () => "no such record is kept",
  "not reached": () => "too many cases are still open",
  undefined: () => "the arithmetic has no answer",
};

const leads: Record<Exclude<Mark, "">, string> = {
  "[c]": "hidden",
  "[low]": "too low to be shown",
  "[x]": "not available",
  "[z]": "not applicable",
  "[r]": "revised",
};

/** "fewer than 10", where 10 is what counts of the tier were rounded to. */
export function sayFew(base: number | null): string {
  return base === null ? "very few" : `fewer than ${base}`;
}

/** The mark of a count that is too low to be shown, and its words. */
export function explainLow(base: number | null): Missing {
  const word = sayFew(base);
  return { mark: "[low]", word, says: `${leads["[low]"]}: ${word} as rounded, perhaps none` };
}

/** The mark of a place that has no figure. */
export const nothing: Missing = explainMissing({ status: "absent", why: "no cases" }, null);

/** The mark of a figure without a number, and its words. */
export function explainMissing(figure: Unshown, base: number | null): Missing {
  const mark = markOf(figure);
  if (mark === "[low]") return explainLow(base);
  const why = reasonOf(figure);
  const lead = leads[mark];
  const word = why === "not reached" ? why : lead;
  return { mark, word, says: `${lead}: ${reasons[why](sayFew(base))}` };
}

/** A figure without a number in a sentence: "hidden, because too few cases stand behind it". */
export function sayMissing(figure: Unshown, base: number | null): string {
  const { mark, word } = explainMissing(figure, base);
  if (mark === "[low]") return word;
  return `${word}, because ${reasons[reasonOf(figure)](sayFew(base))}`;
}

/** A mark whose reason stands nowhere, as in a worked example: what it means in general. */
export function explainMark(mark: Exclude<Mark, "">, base: number | null): Missing {
  if (mark === "[low]") return explainLow(base);
  const general: Record<typeof mark, string> = {
    "[c]": "confidential, because it could point at somebody",
    "[x]": "nobody can tell, for instance because no such record is kept",
    "[z]": "there was nothing to measure",
    "[r]": "the release before gave another number",
  };
  return { mark, word: leads[mark], says: `${leads[mark]}: ${general[mark]}` };
}

/** The marks there are, in the order in which a key explains them. */
export const marks = ["[c]", "[low]", "[x]", "[z]", "[r]"] as const;

/** A figure without a mark of its own, such as a curve, has that of its status. */
function markOf({ mark = "", status, why }: Unshown): Exclude<Mark, ""> {
  if (mark !== "" && mark !== "[r]") return mark;
  if (status === "hidden") return "[c]";
  return why === "no cases" || why === "undefined" ? "[z]" : "[x]";
}

/** A figure without a reason is treated as hidden. */
function reasonOf({ status, why }: Unshown): Reason {
  return why ?? (status === "hidden" ? "few cases" : "undefined");
}
