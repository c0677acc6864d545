import type { APIRoute } from "astro";
import pages from "../audit.css?raw";

/** The looks of these pages, which no other site has. */
export const GET: APIRoute = () => new Response(pages, { headers: { "content-type": "text/css" } });
