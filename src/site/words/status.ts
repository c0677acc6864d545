import type { Figure, Reason } from "../../release/schema.ts";

interface ReasonWords {
  /** What stands in a table in place of the number. */
  readonly mark: string;
  /** What the key under the table says, and what a screen reader reads in the cell. */
  readonly key: string;
  /** The end of the sentence "No figure is shown, because …". */
  readonly because: string;
}

const reasons: Record<Reason, ReasonWords> = {
  "small number": {
    mark: "[c]",
    key: "hidden: a count from 1 to 9 could be worked out from it",
    because: "a count from 1 to 9 could be worked out from it",
  },
  "few cases": {
    mark: "[c]",
    key: "hidden: fewer than ten cases stand behind it",
    because: "fewer than ten cases stand behind it",
  },
  "no cases": {
    mark: "[z]",
    key: "not applicable: there was nothing to measure",
    because: "there was nothing to measure",
  },
  "not recorded": {
    mark: "[x]",
    key: "not available: no such record is kept",
    because: "no such record is kept",
  },
  "not reached": {
    mark: "[o]",
    key: "not reached: too many cases are still open",
    because: "too many cases are still open",
  },
  undefined: {
    mark: "[x]",
    key: "not available: the arithmetic has no answer",
    because: "the arithmetic has no answer",
  },
};

/** The words for a reason why a figure shows no number. */
export function explainReason(why: Reason): ReasonWords {
  return reasons[why];
}

/** The reason of a figure without a value; a figure without one is treated as hidden. */
export function reasonOf(figure: Pick<Figure, "status" | "why">): Reason {
  return figure.why ?? (figure.status === "hidden" ? "small number" : "undefined");
}

/** "Hidden" or "Not shown" for a figure in a sentence: what it is and why. */
export function sayMissing(figure: Pick<Figure, "status" | "why">): string {
  const why = reasonOf(figure);
  if (why === "not reached") return "not reached: too many cases are still open";
  return `${figure.status === "hidden" ? "hidden" : "not available"}, because ${reasons[why].because}`;
}
