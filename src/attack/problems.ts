import { Problem } from "../problem.ts";

/** What an operator can be told of an attack. */
export const attackProblems = {
  noTableFits: () =>
    new Problem(
      "attack-inconsistent",
      "No table fits what is published: the shown numbers contradict each other.",
      "Check published, knows and notZero against the table that they were made from.",
      2,
    ),
  notPublished: (file: string, where: string) =>
    new Problem(
      "attack-format",
      `${file} says nothing that can be attacked: ${where === "" ? "published" : where} is missing or is not what it should be.`,
      "Give published, with a number or null for each cell; and, if need be, knows and notZero.",
    ),
  otherLength: (file: string, part: string, cells: number) =>
    new Problem(
      "attack-length",
      `${file}: ${part} has not as many entries as there are cells.`,
      `Give ${cells}, one for each cell in its order.`,
    ),
  negative: (file: string, cell: number) =>
    new Problem(
      "attack-negative",
      `${file}: published[${cell}] is negative.`,
      "Counts and amounts are at least 0.",
    ),
  upsideDown: (file: string, cell: number) =>
    new Problem(
      "attack-interval",
      `${file}: knows[${cell}] has a lower bound above its upper one.`,
      "Give [lower, upper].",
    ),
  otherNumber: (file: string, cell: number) =>
    new Problem(
      "attack-number",
      `${file}: published[${cell}] is not the number of its cell, and knows says nothing of it.`,
      "Publish the cell's own number or null, or say in knows what the number stands for.",
    ),
  notCertain: (file: string) =>
    new Problem(
      "not-certain",
      `No certificate can be made for ${file}: the attack found a hidden cell that is too narrow, or one without an upper bound.`,
      "Look at `narrow` of the attack without --certificate, and hide more, or publish a total.",
      2,
    ),
  noCertificate: (file: string) =>
    new Problem(
      "no-certificate",
      `${file} is not a certificate of a table.`,
      "Make one with `plumbline attack TABLE.json --certificate FILE`.",
    ),
} as const;
