import { Problem } from "../problem.ts";

/** What an operator can be told about headers for a host. */
export const hostProblems = {
  noSite: (folder: string) =>
    new Problem(
      "headers-no-site",
      `There is no built site in ${folder}.`,
      "Build one first with `plumbline site --tier public`, or name its folder with --dir.",
    ),
  restricted: (tier: string) =>
    new Problem(
      "headers-restricted",
      `This is the ${tier} site, which no open host may serve.`,
      "Put it behind the gate in deploy/README.md; headers are made for the public site alone.",
    ),
  noPolicy: (page: string) =>
    new Problem(
      "headers-no-policy",
      `The page ${page} says nothing of its content security policy.`,
      "Build the site again with `plumbline site --tier public`.",
    ),
  tooLong: () =>
    new Problem(
      "headers-too-long",
      "The policy of the pages is longer than the 2,000 signs that a host reads of a line.",
      "Leave the policy to the pages, which have it too, or use --format apache.",
    ),
  unknownFormat: (formats: string) =>
    new Problem("headers-format", "There is no such format of headers.", `Give one of ${formats}.`),
} as const;
