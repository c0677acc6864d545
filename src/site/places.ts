import type { Release } from "../release/read.ts";

/** A page that is no indicator: the way around names it, and the search finds it. */
export interface Place {
  readonly path: string;
  readonly name: string;
  /** What stands there, in one sentence. */
  readonly says: string;
  /** Everyday words by which somebody may look for it. */
  readonly words: readonly string[];
}

const place = (path: string, name: string, says: string, words: string): Place => ({
  path,
  name,
  says,
  words: words.split(", "),
});

/** Pages that only a tier has whose release judges figures for those who steer. */
const steering: readonly Place[] = [
  place(
    "/health/",
    "Health",
    "Which indicators changed by more than chance, which are only noise, and what misses its target.",
    "trend, signal, control chart, process, better, worse, warning",
  ),
  place(
    "/attention/",
    "What needs you",
    "What asks for a senior sponsor now, and what shows it.",
    "attention, action, decide, urgent, overdue, gap",
  ),
  place(
    "/partners/",
    "Partners",
    "The partners side by side, each within the limits of its size.",
    "agencies, bodies, compare, funnel, outlier, differ",
  ),
  place(
    "/sponsorship/",
    "Sponsorship",
    "What the sponsors owe the programme: posts, meetings, money.",
    "funding, budget, posts, vacant, attendance, governance",
  ),
  place(
    "/briefing/",
    "Briefing",
    "The release for a senior sponsor, on two sheets of paper.",
    "print, pdf, summary, board, minister, short",
  ),
];

/** Pages that only a tier has whose release holds what auditors alone are told. */
const auditing: readonly Place[] = [
  place(
    "/register/",
    "Register",
    "What auditors found, on what evidence, and what became of what they recommended.",
    "findings, recommendations, audit, follow-up",
  ),
  place(
    "/submissions/",
    "Submissions",
    "Every file behind the release, what became of its rows, and the figures that rest on it.",
    "files, received, partner, digest, rows",
  ),
  place(
    "/quality/",
    "Quality",
    "What is empty, late, refused, repeated, unlike before, or not there.",
    "completeness, missing, drift, blind spot, late",
  ),
  place(
    "/disclosure/",
    "Disclosure",
    "What the more public tiers are not told, why, and at what cost.",
    "hidden, suppression, rounding, protection, privacy, attack",
  ),
  place(
    "/recompute/",
    "Recompute",
    "Every published figure worked out again, in this browser or on your own machine.",
    "reproduce, check, verify, script",
  ),
  place(
    "/workbench/",
    "Workbench",
    "SQL over every tally and figure of the release, in this browser.",
    "query, duckdb, table, analysis",
  ),
];

const first = place("/", "Overview", "The questions with their answers.", "home, start, summary");
const main: readonly Place[] = [
  place(
    "/indicators/",
    "Indicators",
    "Every indicator with its latest figure.",
    "list, all, index",
  ),
  place(
    "/methods/",
    "Methods",
    "How a number is made from records, how people are protected, and what the words mean.",
    "glossary, definition, rounding, privacy, hidden, interval, uncertainty",
  ),
  place(
    "/data/",
    "Data",
    "Everything as files, what was received and refused, and who did not report.",
    "download, csv, spreadsheet, codebook, quality, missing, coverage",
  ),
  place(
    "/releases/",
    "Releases",
    "Every release with its files and its audit report.",
    "editions, archive, earlier, published, versions",
  ),
  place(
    "/verify/",
    "Check",
    "How anybody can check the figures, in the browser or with other tools.",
    "verify, signature, authentic, proof, trust, key, log, tampering",
  ),
];
const search = place("/search/", "Search", "Find a page or an indicator.", "find");

/** Pages that the way around leaves to the foot of the page or to another page. */
const besides = (release: string): readonly Place[] => [
  place(
    `/reports/${release}/`,
    "Audit report",
    "What independent auditors found and recommended, and what became of it.",
    "audit, oversight, inspector, findings, recommendations, pdf",
  ),
  place(
    "/revisions/",
    "Revisions",
    "Each figure that was revised since the release before, with the reason.",
    "changed, corrected, correction, restated, late data",
  ),
  place(
    "/accessibility/",
    "Accessibility",
    "How these pages can be used, and what to do where they cannot.",
    "screen reader, contrast, disability, keyboard, WCAG",
  ),
];

/** What the reader of a release can open: the main pages in order, and those for auditors apart. */
export function listPlaces({ steering: steers, audit }: Pick<Release, "steering" | "audit">): {
  readonly sections: readonly Place[];
  readonly auditing: readonly Place[];
} {
  return {
    sections: [first, ...(steers === undefined ? [] : steering), ...main, search],
    auditing: audit === undefined ? [] : auditing,
  };
}

/** Every page that the search finds beside the indicators, a partner's own included. */
export function listFindable(release: Release): readonly Place[] {
  const { about } = release;
  const { sections, auditing: audits } = listPlaces(release);
  const partners =
    release.steering === undefined
      ? []
      : about.partners.map(({ id, name }) =>
          place(
            `/partners/${id}/`,
            name,
            "A partner: its figures beside the programme’s, and what it reported.",
            "agency, body",
          ),
        );
  const shown = sections.filter(({ path }) => path !== "/search/");
  return [...shown, ...audits, ...besides(about.release.id), ...partners];
}
