import type { APIRoute } from "astro";
import { at, indicatorPage, releasePage } from "../../addresses.ts";
import { writeFeed } from "../../feed.ts";
import { releases } from "../../releases.ts";

/** What each release revised, as an Atom feed, the newest first. */
export const GET: APIRoute = ({ site }) => {
  const resolve = (path: string): string => (site === undefined ? path : new URL(path, site).href);
  const feed = writeFeed(releases, {
    self: resolve(at("/revisions/feed.xml")),
    page: resolve(at("/revisions/")),
    releasePage: (id) => resolve(releasePage(id)),
    indicatorPage: (id) => resolve(indicatorPage(id)),
  });
  return new Response(feed, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
};
