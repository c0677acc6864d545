import type { APIRoute } from "astro";
import { current } from "../releases.ts";
import { tierWords } from "../words/names.ts";

/** The running header on paper: programme, tier and release on every sheet, and the page number. */
export const GET: APIRoute = () => {
  const { programme, release, tier } = current.about;
  const status = [tierWords[tier].name, ...(programme.synthetic ? ["all figures made up"] : [])];
  const css = [
    "@page{",
    `@top-left{content:${quote(`${programme.name}: ${release.title}`)}}`,
    `@top-right{content:${quote(status.join(", "))}}`,
    '@bottom-right{content:counter(page) " of " counter(pages)}',
    "}",
  ].join("");
  return new Response(css, { headers: { "content-type": "text/css" } });
};

const quote = (words: string): string =>
  `"${words.replace(/[\\"]/g, "\\$&").replace(/\s+/g, " ")}"`;
