import type { About, CodebookKind, Coverage } from "../../release/schema.ts";
import { nameKind } from "./coverage.ts";
import { joinWords } from "./numbers.ts";

type NotMeasured = About["notMeasured"][number];

/** Indicators that are not measured for one reason, in words. */
export interface Unmeasured {
  readonly because: string;
  readonly titles: readonly string[];
}

interface Known {
  readonly coverage: readonly Coverage[];
  readonly codebook: readonly CodebookKind[];
}

/** Why an indicator is not measured: "No partner submitted records of complaints." */
export function sayWhy({ kinds, why }: NotMeasured, { coverage, codebook }: Known): string {
  if (why === "not recorded") return "No partner keeps the record that this needs.";
  const sent = new Set(
    coverage.filter(({ state }) => state === "reported").map(({ kind }) => kind),
  );
  const lacking = kinds.filter((kind) => !sent.has(kind));
  const named = lacking.length === 0 ? kinds : lacking;
  const words = named.map((kind) => nameKind(kind, codebook).toLowerCase());
  return `No partner submitted records of ${joinWords(words, "or")}. That is not to say that there were none.`;
}

/** The indicators that are not measured, those of one reason together. */
export function listUnmeasured(notMeasured: readonly NotMeasured[], known: Known): Unmeasured[] {
  const groups = Map.groupBy(notMeasured, (one) => sayWhy(one, known));
  return [...groups].map(([because, own]) => ({
    because,
    titles: own.map(({ title }) => title),
  }));
}
