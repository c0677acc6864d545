import type { Release } from "../../release/read.ts";
import type { Definition } from "../../release/schema.ts";
import type { Scale } from "./numbers.ts";

/** What words need of a release besides the figures they speak of. */
export type Edition = Pick<Release, "about" | "disclosure">;

/** What the counts behind an indicator's figures are multiples of; null: they are exact. */
export function baseOf({ rounded }: Pick<Definition, "rounded">, release: Edition): number | null {
  return rounded ? release.disclosure.base : null;
}

/** The scale of one statistic of an indicator. */
export function scaleOf(definition: Definition, statistic: string, release: Edition): Scale {
  const known = definition.statistics.find(({ name }) => name === statistic);
  return {
    unit: known?.unit ?? definition.unit,
    currency: release.about.programme.currency,
    per: definition.per,
    base: baseOf(definition, release),
  };
}
