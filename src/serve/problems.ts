import { Problem } from "../problem.ts";

/** What an operator can be told about serving a site. */
export const serveProblems = {
  nothingToServe: (folder: string) =>
    new Problem(
      "serve-nothing",
      `There is no site in ${folder}.`,
      "Build one first with `plumbline site --tier public`, or name its folder with --dir.",
    ),
  portWrong: () =>
    new Problem(
      "serve-port",
      "The port is not a whole number between 0 and 65535.",
      "Give one such as --port 8080; 0 takes a free one.",
    ),
  portTaken: (port: number) =>
    new Problem(
      "serve-port-taken",
      `Port ${port} is taken by another program, or may not be used by you.`,
      "Give another with --port, or --port 0 for any that is free.",
    ),
} as const;
