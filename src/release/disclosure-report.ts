import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { digestPolicy, listRules } from "../disclosure/policy.ts";
import { parseDisclosureExamples } from "../disclosure/work-example.ts";
import type { AmountBook } from "./amounts.ts";
import type { DisclosureReport, Figure, Reason } from "./schema.ts";
import type { Tier } from "./tier.ts";

export const examplesFile = join(import.meta.dirname, "../../pipelines/4-disclosure/examples.md");

/** What was protected in a tier, how and at what cost, for its readers. */
export async function reportDisclosure(
  { policy, tallies, exact }: Tier,
  book: AmountBook,
  figures: readonly Figure[],
): Promise<DisclosureReport> {
  const examples = parseDisclosureExamples(await readFile(examplesFile, "utf8"));
  return {
    tier: policy.tier,
    reader: policy.reader,
    base: policy.protection?.base.value ?? null,
    policySha256: digestPolicy(policy),
    rules: listRules(policy),
    figures: figures.length,
    shown: figures.filter((figure) => figure.status === "value").length,
    hidden: countReasons(figures, "hidden"),
    absent: countReasons(figures, "absent"),
    kinds: [
      ...(tallies?.kinds ?? []).map((kind) => ({ ...kind, tables: [...kind.tables] })),
      ...(tallies === undefined ? [] : listExactKinds(exact)),
    ],
    errors: [...(tallies?.errors ?? [])],
    amounts: book.of(policy.tier).map(({ indicator, statistic, done }) => {
      const count = (state: string): number =>
        done.protected.cells.filter((cell) => cell.state === state).length;
      return {
        indicator,
        statistic,
        sums: done.protected.cells.length,
        primary: count("primary"),
        secondary: count("secondary"),
        optimal: done.protected.optimal,
        held: done.held,
      };
    }),
    examples: examples.map(({ title, words, tables }) => ({
      title,
      words,
      tables: tables.map((table) => ({
        name: table.name,
        columns: [...table.columns],
        rows: table.rows.map((row) => [...row]),
      })),
    })),
  };
}

function listExactKinds(exact: Tier["exact"]): DisclosureReport["kinds"] {
  return [...Map.groupBy(exact, ({ kind }) => kind)].map(([kind, tables]) => ({
    ...{ kind, method: "exact" as const, cases: null, held: 0 },
    tables: tables.map(({ name }) => name),
  }));
}

function countReasons(
  figures: readonly Figure[],
  status: Figure["status"],
): { why: Reason; figures: number }[] {
  const reasons = new Map<Reason, number>();
  for (const figure of figures) {
    if (figure.status === status && figure.why !== null) {
      reasons.set(figure.why, (reasons.get(figure.why) ?? 0) + 1);
    }
  }
  return [...reasons].map(([why, number]) => ({ why, figures: number }));
}
