import { Problem } from "../problem.ts";

/** What an operator can be told about building a site. */
export const siteProblems = {
  noTier: () =>
    new Problem(
      "site-no-tier",
      "No tier was named, and a site is never built for a tier by default.",
      "Say --tier public, --tier sponsor or --tier auditor.",
    ),
  unknownTier: (tier: string) =>
    new Problem(
      "site-unknown-tier",
      `There is no tier “${tier}”.`,
      "Say --tier public, --tier sponsor or --tier auditor.",
    ),
  noRelease: (tier: string) =>
    new Problem(
      "site-no-release",
      `There is no ${tier} release to show.`,
      "Make one with `plumbline run`, or name the folder that holds them with --releases.",
    ),
  notARelease: (folder: string) =>
    new Problem(
      "site-not-a-release",
      `The folder ${folder} holds no release: about.json is missing.`,
      "Name a folder of the form releases/<id>/<tier>.",
    ),
  unreadable: (folder: string) =>
    new Problem(
      "site-unreadable-release",
      `The release in ${folder} does not fulfil its format: a file is missing or not as FORMAT.md says.`,
      "Put back the folder that was published, or make it again with `plumbline run --redo`.",
    ),
  wrongTier: (folder: string, tier: string) =>
    new Problem(
      "site-wrong-tier",
      `The release in ${folder} was not made for the ${tier} tier.`,
      `Name a folder of the form releases/<id>/${tier}.`,
    ),
  damaged: (folder: string, file: string) =>
    new Problem(
      "site-damaged-release",
      `The release in ${folder} is not as it was made: ${file} differs from its manifest, or is missing.`,
      "Put back the folder that was published, or make it again with `plumbline run --redo`.",
    ),
  basePath: () =>
    new Problem(
      "site-base",
      "The path that the site is served under is not one.",
      "Begin it with a slash and use letters, digits, hyphens and slashes, such as --base /reports/.",
    ),
  address: () =>
    new Problem(
      "site-address",
      "The address of the host is not one.",
      "Give it whole, such as --site https://statistics.example.",
    ),
} as const;
