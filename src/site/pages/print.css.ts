import type { APIRoute } from "astro";
import { current } from "../releases.ts";
import { tierWords } from "../words/names.ts";

/** The running header on paper: programme, tier and release on every sheet, and the page number. */
export const GET: APIRoute = ({ site }) => {
  const { programme, release, tier } = current.about;
  const status = [tierWords[tier].name, ...(programme.synthetic ? ["all figures made up"] : [])];
  const css = [
    "@page{",
    `@top-left{content:${quote(`${programme.name}: ${release.title}`)}}`,
    `@top-right{content:${quote(status.join(", "))}}`,
    '@bottom-right{content:counter(page) " of " counter(pages)}',
    "}",
    ...(site === undefined ? [] : [sayWholeAddress(site)]),
  ].join("");
  return new Response(css, { headers: { "content-type": "text/css" } });
};

/** Links within the site are written out with its host, where that is known. */
function sayWholeAddress({ origin }: URL): string {
  return `@media print{main :is(p:not(.eyebrow),li:not(.downloads>*,.inline>*))>a[href^="/"]:not(.trace)::after{content:" (${origin}" attr(href) ")"}}`;
}

const quote = (words: string): string =>
  `"${words.replace(/[\\"]/g, "\\$&").replace(/\s+/g, " ")}"`;
