import type { SampleKind } from "./kind.ts";
import { countPlanted, type Holding } from "./plan.ts";

/** Which faults stand in the newest files of a sample, and how often, as Markdown. */
export function listPlanted(kinds: readonly SampleKind[], holdings: readonly Holding[]): string {
  const sections = kinds.map((shape) => {
    const counts = [...countPlanted(holdings, shape)].filter(([, rows]) => rows > 0);
    const total = counts.reduce((sum, [, rows]) => sum + rows, 0);
    return [
      `## ${nameKind(shape.kind)}: ${total} rows`,
      "",
      "| Planted fault | Rows |",
      "| --- | ---: |",
      ...counts.map(([{ what }, rows]) => `| ${what} | ${rows} |`),
      "",
    ].join("\n");
  });
  return [opening, ...sections].join("\n");
}

const opening = `# Faults planted on purpose

One row in a hundred is faulty, so that each refusal can be seen at work. These are the rows in the
newest files; earlier files hold their share of the same ones. An exact repeat is no fault of content,
and is set aside as a duplicate.
`;

function nameKind(kind: string): string {
  const words = kind.replaceAll("_", " ");
  return words[0]!.toUpperCase() + words.slice(1);
}
