import type { APIRoute } from "astro";
import briefing from "../briefing.css?raw";
import charts from "../charts.css?raw";
import pages from "../steering.css?raw";

/** The looks of these pages, which no other site has. */
export const GET: APIRoute = () =>
  new Response([pages, charts, briefing].join("\n"), { headers: { "content-type": "text/css" } });
