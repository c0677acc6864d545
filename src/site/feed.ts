import type { Release } from "../release/read.ts";
import type { Revision } from "../release/schema.ts";
import { labelOf } from "./pictures.ts";
import { nameRevised } from "./words/names.ts";
import {
  chooseRevisions,
  countKinds,
  findRevised,
  groupRevisions,
  nameKind,
  sayRevised,
  sayRevisions,
} from "./words/revisions.ts";
import { scaleOf } from "./words/scales.ts";

export interface FeedAddresses {
  readonly self: string;
  readonly page: string;
  readonly releasePage: (id: string) => string;
  readonly indicatorPage: (id: string) => string;
}

/** Revisions of every release as an Atom feed (RFC 4287). @param releases the newest first */
export function writeFeed(releases: readonly Release[], addresses: FeedAddresses): string {
  const { programme, release } = releases[0]!.about;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<title>${escape(`${programme.name}: revisions`)}</title>`,
    `<id>${escape(idOf(programme.id, ""))}</id>`,
    `<updated>${release.published}T00:00:00Z</updated>`,
    `<author><name>${escape(programme.name)}</name></author>`,
    `<link rel="self" href="${escape(addresses.self)}"/>`,
    `<link href="${escape(addresses.page)}"/>`,
    ...releases.map((one) => writeEntry(one, addresses)),
    "</feed>",
    "",
  ].join("\n");
}

/** A tag URI (RFC 4151): it names the feed and its entries wherever the site is served. */
function idOf(programme: string, release: string): string {
  const end = release === "" ? "" : `/${release}`;
  return `tag:plumbline.example,2026:${programme}/revisions${end}`;
}

function writeEntry(shown: Release, addresses: FeedAddresses): string {
  const { release, programme } = shown.about;
  return [
    "<entry>",
    `<title>${escape(release.title)}</title>`,
    `<id>${escape(idOf(programme.id, release.id))}</id>`,
    `<updated>${release.published}T00:00:00Z</updated>`,
    `<link href="${escape(addresses.releasePage(release.id))}"/>`,
    `<summary>${escape(sayRevisions(shown.about, shown.revisions))}</summary>`,
    `<content type="html">${escape(describe(shown, addresses))}</content>`,
    "</entry>",
  ].join("\n");
}

function describe(shown: Release, { indicatorPage }: FeedAddresses): string {
  const { about, revisions, indicators } = shown;
  const counts = countKinds(revisions).map(
    ({ kind, count }) => `<li>${nameKind(kind)}: ${count.toLocaleString("en")}</li>`,
  );
  const parts = groupRevisions(about, revisions).map(({ indicator, revisions: own }) => {
    const found = indicators.find(({ definition }) => definition.id === indicator);
    const title = escape(found?.definition.title ?? indicator);
    const lines = chooseRevisions(own)
      .slice(0, mostListed)
      .map((revision) => `<li>${escape(sayOne(shown, revision))}</li>`);
    const address = escape(indicatorPage(indicator));
    return `<h2><a href="${address}">${title}</a></h2><ul>${lines.join("")}</ul>`;
  });
  const list = counts.length === 0 ? "" : `<ul>${counts.join("")}</ul>`;
  return `<p>${escape(sayRevisions(about, revisions))}</p>${list}${parts.join("")}`;
}

/** Revisions of one indicator that an entry lists; the page and the file hold the rest. */
const mostListed = 6;

function sayOne(shown: Release, revision: Revision): string {
  const found = shown.indicators.find(({ definition }) => definition.id === revision.indicator);
  const figure = findRevised(revision, found?.figures ?? []);
  const scale = found && scaleOf(found.definition, revision.statistic, shown);
  const style = figure && scale && { scale, decimals: figure.decimals };
  const label = found ? labelOf(found.definition, revision.statistic) : revision.statistic;
  const [was, now] = [sayRevised(revision.was, style), sayRevised(revision.now, style)];
  const place = nameRevised(shown.about, revision);
  return `${place}, ${label}: was ${was}, is now ${now}. ${nameKind(revision.kind)}: ${revision.reason}`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
