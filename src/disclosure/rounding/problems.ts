import { Problem } from "../../problem.ts";

/** What an operator can be told about protecting a table. */
export const protectProblems = {
  methodWrong: () =>
    new Problem(
      "protect-method",
      "The option --method is neither round nor suppress.",
      "Give --method round --base NUMBER, or --method suppress --width NUMBER.",
    ),
  baseWrong: () =>
    new Problem(
      "protect-base",
      "The base of the rounding is not a whole number from 2 to 1,000,000.",
      "Give it as --base, such as 10 for the public and 5 for a sponsor.",
    ),
  widthWrong: () =>
    new Problem(
      "protect-width",
      "The width of the intervals is not a number of at least 0.",
      "Give it as --width, such as 10, or 0 where it is enough that nothing is exactly known.",
    ),
  optionOfOther: (option: string, method: string) =>
    new Problem(
      "protect-option",
      `The option ${option} does not go with --method ${method}.`,
      `Leave ${option} out, or choose the other method.`,
    ),
  amounts: () =>
    new Problem(
      "protect-amounts",
      "A table of amounts cannot be rounded: only counts can.",
      "Protect it with --method suppress.",
    ),
} as const;
