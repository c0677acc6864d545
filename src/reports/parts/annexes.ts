import { listQuestions } from "../../site/families.ts";
import { drawCoverage } from "../../site/charts/index.ts";
import type { GuardedCount } from "../../release/schema.ts";
import { toCell } from "../../site/cells.ts";
import { nameKind } from "../../site/words/coverage.ts";
import { listReasons, sayResult } from "../../site/words/attestations.ts";
import { formatDay, formatPeriod } from "../../site/words/dates.ts";
import { joinKeys } from "../../site/words/keys.ts";
import { nameVerdict } from "../../site/words/headlines.ts";
import { formatGuarded } from "../../site/words/quality.ts";
import { scaleOf } from "../../site/words/scales.ts";
import type { Missing } from "../../site/words/status.ts";
import { listGlossary } from "../glossary.ts";
import { heading, list, paragraph, terms, type Block, type Part } from "../model.ts";
import { readFigure } from "../words.ts";
import type { Subject } from "./context.ts";

/** Part 14: every indicator, what its figures rest on, the data, the words. */
export async function annex(subject: Subject): Promise<Part> {
  return {
    id: "annexes",
    title: "Annexes",
    blocks: [
      ...tabulateIndicators(subject),
      ...describeRecomputation(subject),
      ...(await describeQuality(subject)),
      heading("glossary", "D. Words used here"),
      terms(listGlossary(subject.release)),
      heading("verification", "E. Checking further"),
      list([
        "FORMAT.md in the release explains every file and column to somebody without our program.",
        "Each definition names its estimator and its interval; indicators/<id>/definition.json holds its SQL, which runs on the tallies of the release.",
        "A proportion is its numerator over its denominator with Wilson’s interval, and so on: a few lines of any language recompute a figure.",
        "certificate.json shows that the protection of people holds, without a solver. The auditor tier is exact and has none.",
      ]),
    ],
  };
}

/** A. Headlines with interval and cases: of every indicator, or of those that answer a question first. */
export function tabulateIndicators({ release }: Subject, which: "all" | "first" = "all"): Block[] {
  const leads = new Set(listQuestions(release).map(({ lead }) => lead));
  const shown = release.indicators.filter((one) => which === "all" || leads.has(one));
  const cells = shown.map(({ definition, headline }) =>
    toCell(headline.latest, scaleOf(definition, headline.statistic, release)),
  );
  // Marks are explained below each table; the words that stand before a number, here.
  const keys = joinKeys(cells.flatMap((cell) => cell.keys)).filter(({ term }) => term[0] !== "[");
  return [
    heading("indicators", "A. The indicators"),
    {
      kind: "table",
      id: "indicators-table",
      caption:
        which === "all"
          ? "Every indicator over the latest twelve months, its 95% interval in brackets"
          : "The first indicator of each question over the latest twelve months, its 95% interval in brackets; the report lists all",
      columns: [
        { label: "Indicator", width: 2.2 },
        { label: "Figure (interval)", width: 2 },
        { label: "Cases", numeric: true },
        { label: "Beside a year before", width: 1.2 },
      ],
      rows: shown.map(({ definition, headline }, at) => [
        definition.title,
        readFigure(headline.latest, definition, release),
        cells[at]!.cases,
        nameVerdict(headline),
      ]),
    },
    ...(keys.length === 0 ? [] : [terms(keys)]),
  ];
}

/** B. By which SQL and from which tallies each figure follows, and what recomputing gave. */
function describeRecomputation({ release }: Subject): Block[] {
  return [
    heading("recomputation", "B. Recomputing the figures"),
    paragraph(
      "The digests are the first sixteen digits of SHA-256; the definition of each indicator holds them whole, with the SQL itself.",
    ),
    {
      kind: "table",
      id: "recomputation-table",
      caption: "What each indicator is computed by, and from",
      columns: [
        { label: "Indicator", width: 1.7 },
        { label: "SQL of the indicator", code: true },
        { label: "Tallies, with the digest of their SQL", width: 1.8, code: true },
      ],
      rows: release.indicators.map(({ definition }) => [
        definition.title,
        definition.sqlSha256.slice(0, 16),
        definition.tallies.map(({ name, sha256 }) => `${name} ${sha256.slice(0, 16)}`).join("\n"),
      ]),
    },
    ...sayAttested(release),
  ];
}

/** What auditors attest of the figures, agreeing or not. */
function sayAttested({ attestations }: Subject["release"]): Block[] {
  if (attestations.length === 0)
    return [
      paragraph(
        "Nobody has attested a recomputation of this release. That says nothing for or against its figures: the digests above let anybody do it.",
      ),
    ];
  return attestations.flatMap((attestation) => {
    const { by, day, differing, independence } = attestation.predicate;
    const reasons = listReasons(attestation);
    return [
      paragraph(`${by}, ${formatDay(day)}: ${sayResult(attestation)} ${independence}`),
      ...(differing.length === 0
        ? []
        : [
            paragraph("These did not come out as published:"),
            list(differing.map((one) => sayDifference(one))),
          ]),
      ...(reasons.length === 0 ? [] : [list(reasons)]),
    ];
  });
}

function sayDifference(one: AttestedDifference): string {
  const say = (value: number | string | null): string =>
    value === null ? "none, or not told" : String(value);
  return `${one.figure}: published ${say(one.published)}, found ${say(one.found)}`;
}

type AttestedDifference =
  Subject["release"]["attestations"][number]["predicate"]["differing"][number];

/** So many months can be told apart in a picture; part 5 speaks of all. */
const mostMonths = 36;

/** C. What became of the rows received, and who reported when. */
async function describeQuality({ release }: Subject): Promise<Block[]> {
  const { about, quality, codebook, coverage, disclosure } = release;
  const all = quality.filter(({ partner }) => partner === null);
  const count = (value: GuardedCount): string | Missing => formatGuarded(value, disclosure.base);
  const months = [...new Set(coverage.map(({ month }) => month))].sort().slice(-mostMonths);
  const drawn = coverage.filter(({ month }) => month >= months[0]!);
  const text = {
    id: "report-coverage",
    title: "Which partner reported in which month",
    subtitle: `All kinds of records. ${about.programme.name}, ${formatPeriod(months[0] ?? about.period.from, about.period.to)}`,
    description:
      "A row for each partner and a column for each month; part 5 says in words what is missing or empty",
  };
  const options = {
    order: about.partners.map(({ id }) => id),
    labels: Object.fromEntries(about.partners.map(({ id, name }) => [id, name])),
  };
  const svg = coverage.length === 0 ? undefined : await drawCoverage(text, drawn, options);
  return [
    heading("quality", "C. The data"),
    {
      kind: "table",
      id: "quality-table",
      caption: "Rows received, and what became of them",
      columns: [
        { label: "Kind of record", width: 2 },
        { label: "Received", numeric: true },
        { label: "Accepted", numeric: true },
        { label: "Quarantined", numeric: true },
        { label: "Repeats", numeric: true },
      ],
      rows: all.map((one) => [
        nameKind(one.kind, codebook),
        count(one.received),
        count(one.accepted),
        count(one.quarantined),
        count(one.repeats),
      ]),
    },
    ...(svg === undefined ? [] : [{ kind: "chart" as const, ...text, svg }]),
  ];
}
