import type { APIRoute } from "astro";
import { releases } from "../../releases.ts";
import { commandFor } from "../commands.ts";

/** The commands as a file: every release of the site, with working papers for each. */
export const GET: APIRoute = () => {
  const lines = releases.map(({ about }) => commandFor(about.release.id, about.tier));
  const text = [
    "#!/bin/sh",
    "# Works out every figure of these releases again from their published tallies.",
    "# Run it in a copy of Plumbline whose folder releases/ holds them; each leaves working papers.",
    "set -e",
    ...lines,
    "",
  ].join("\n");
  return new Response(text, { headers: { "content-type": "text/x-shellscript" } });
};
