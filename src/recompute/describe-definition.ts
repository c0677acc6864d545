import type { Definition } from "../release/schema.ts";

/** A definition in words, for who recomputes its figures with other tools. */
export function describeDefinition(definition: Definition): string {
  const { title, question, counts, leavesOut, formula, measure, measureWords, unit, binUnit } =
    definition;
  const { limit, per, breakdowns, statistics, source, caveats, sqlSha256, version } = definition;
  return [
    `# ${title}`,
    "",
    question,
    "",
    `- Counts: ${counts}`,
    `- Leaves out: ${leavesOut}`,
    `- Formula: ${formula}`,
    `- Measure: ${measure}. ${measureWords.description}`,
    `- Interval: ${[measureWords.interval, measureWords.noise].filter(Boolean).join(" ")}`,
    `- Unit: ${unit}${per === null ? "" : `, per ${per}`}${binUnit === null ? "" : `; the SQL gives ${binUnit}`}`,
    ...(limit === null ? [] : [`- Agreed limit: ${limit.value} ${limit.unit}`]),
    `- Statistics: ${statistics.map(({ name, label }) => `${name} (${label})`).join("; ")}`,
    `- Split by: ${breakdowns.join("; ")}`,
    `- Source: ${source}`,
    ...caveats.map((caveat) => `- Caveat: ${caveat}`),
    `- Version ${version}; SHA-256 of \`indicator.sql\`: \`${sqlSha256}\``,
    "",
    "`figures.csv` holds the figures as published: what you should come to.",
    "",
  ].join("\n");
}
