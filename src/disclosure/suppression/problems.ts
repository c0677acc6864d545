import { Problem } from "../../problem.ts";

/** What an operator can be told about hiding cells. */
export const suppressionProblems = {
  noContributions: () =>
    new Problem(
      "suppression-contributions",
      "The table does not say who contributed what, so that no rule about contributors can be kept.",
      "Give microdata with the contributor of each amount.",
    ),
  noCases: (cell: number) =>
    new Problem(
      "suppression-cases",
      `cells[${cell}] does not say how many cases it holds, so that a rule about cases cannot be kept.`,
      "Give each cell its count.",
    ),
  badCell: (cell: number) =>
    new Problem(
      "suppression-cell",
      `There is no cell ${cell}.`,
      "Name cells by their index in cells.",
    ),
  cannotHide: (cell: number) =>
    new Problem(
      "suppression-impossible",
      `cells[${cell}] must be hidden and cannot: what must be shown tells too much of it.`,
      "Allow more cells to be hidden, or ask for a smaller width.",
    ),
  tooNarrow: (cell: number) =>
    new Problem(
      "suppression-narrow",
      `cells[${cell}] was hidden, but the check at the end found that too much can be told of it.`,
      "Nothing was released. This is a fault in Plumbline: please report it with the table's structure.",
      2,
    ),
} as const;
