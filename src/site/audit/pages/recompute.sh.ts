import type { APIRoute } from "astro";
import { releases } from "../../releases.ts";
import { recomputeCommand } from "../../words/commands.ts";

/** The commands as a file: every release of the site, with working papers for each. */
export const GET: APIRoute = () => {
  const lines = releases.map(({ about }) => recomputeCommand(about.release.id, '"$1"', '"$2"'));
  const text = [
    "#!/bin/sh",
    "# Works out every figure of these releases again from their published tallies.",
    "# Run it in the folder of a copy of Plumbline: sh recompute.sh SITE PAPERS",
    "# SITE: the full path of a copy of this site; PAPERS: of a new folder for the working papers.",
    "set -e",
    ': "${1:?Name the folder of the site first.}" "${2:?Name a new folder for the working papers.}"',
    ...lines,
    "",
  ].join("\n");
  return new Response(text, { headers: { "content-type": "text/x-shellscript" } });
};
