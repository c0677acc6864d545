import { plain } from "./names.ts";
import { capital } from "./values.ts";

const forms: Record<string, string> = {
  csv: "CSV",
  json: "JSON",
  parquet: "Parquet",
  arrow: "Arrow",
  md: "text",
  sql: "SQL",
};

const contents: Record<string, string> = {
  about: "What the release is about",
  anonymity: "How alike records are",
  attention: "What needs attention",
  certificate: "The certificate, by which anybody can check the protection",
  codebook: "The codebook",
  completeness: "How often each field was filled",
  comparison: "The partners side by side",
  coverage: "Who reported when",
  curves: "The curve",
  definition: "The definition",
  drift: "Whether records are made up otherwise than before",
  disclosure: "What was protected, how, and what it cost",
  figures: "All figures",
  FORMAT: "How to read these files",
  headlines: "The headline figures",
  health: "Each indicator as a process over time",
  intake: "What became of every file, and which figures rest on it",
  manifest: "The manifest: every file with its digest",
  policy: "The rules of protection, as the program reads them",
  quality: "Data quality",
  rows: "The rows behind the figures",
  submissions: "The files that the release stands on",
  register: "The audit register: findings and recommendations",
  revisions: "What was revised",
};

/** A file's content and form in words: "All figures, as CSV". */
export function describeFile(path: string): string {
  const file = path.split("/").at(-1)!;
  const dot = file.lastIndexOf(".");
  const [name, end] = [file.slice(0, dot), file.slice(dot + 1)];
  if (path.startsWith("codebook/"))
    return name.endsWith(".schema")
      ? `What a record of ${name.replace(".schema", "")} may hold, as JSON Schema`
      : `An example of ${name}, as ${forms[end] ?? end}`;
  return `${contents[name] ?? name}, as ${forms[end] ?? end}`;
}

/** A tally in each of its forms. */
export interface TallyFiles {
  readonly name: string;
  readonly files: readonly {
    readonly path: string;
    readonly form: string;
    readonly bytes: number;
  }[];
}

/** The tallies among the files of a release, each with its forms, in the order of the files. */
export function groupTallies(files: readonly { path: string; bytes: number }[]): TallyFiles[] {
  const found = files.flatMap(({ path, bytes }) => {
    const [, name, end] = /^tallies\/(.+)\.(\w+)$/.exec(path) ?? [];
    if (name === undefined || end === undefined) return [];
    return { name, path, form: forms[end] ?? end, bytes };
  });
  const groups = Map.groupBy(found, ({ name }) => name);
  return [...groups].map(([name, own]) => ({ name: capital(plain(name)), files: own }));
}

/** What the tallies of a release are good for. */
export function sayTallies(base: number | null): string {
  const [counts, apart] =
    base === null ? ["exact counts and sums", ""] : ["rounded counts", ", sums of money apart"];
  return `The ${counts} from which every figure of this release is made${apart}; with the SQL on each indicator’s page they give each figure again.`;
}
