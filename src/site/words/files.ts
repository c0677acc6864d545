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
  codebook: "The codebook",
  coverage: "Who reported when",
  curves: "The curve",
  definition: "The definition",
  disclosure: "What was hidden and why",
  figures: "All figures",
  FORMAT: "How to read these files",
  headlines: "The headline figures",
  manifest: "The manifest: every file with its digest",
  quality: "Data quality",
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
