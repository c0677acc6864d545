import { makeHeadline } from "../release/headline.ts";
import type { About, Curve, Figure, Headline } from "../release/schema.ts";
import { checkSums } from "./check-sums.ts";
import { compareFigures, isSame, pickName, type Comparison } from "./compare-figures.ts";
import { policyOf, recomputeIndicator, type RecomputeInput } from "./recompute-indicator.ts";

/** What a release says of an indicator, beside what its figures follow from. */
export interface Said {
  readonly figures: readonly Figure[];
  readonly curves: readonly Curve[];
  /** Undefined where the overview has none. */
  readonly headline: Headline | undefined;
  readonly labels: About["labels"];
}

/** What is not as it should be beside figures. */
export interface RecomputeFault {
  readonly indicator: string;
  /** The file that the sentence is about. */
  readonly file: string;
  readonly sentence: string;
}

export interface CheckedIndicator extends Comparison {
  /** The figures as they came out; none where the rows are not what the measure needs. */
  readonly recomputed: readonly Figure[];
  readonly faults: readonly RecomputeFault[];
}

/** Works out an indicator again from its rows and holds against it all that is said of it. Pure. */
export function checkIndicator(input: RecomputeInput, said: Said): CheckedIndicator {
  const { id } = input.definition;
  let again: ReturnType<typeof recomputeIndicator>;
  try {
    again = recomputeIndicator(input);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    return refuseRows(id, said);
  }
  const moneyIsHidden = policyOf(input).protection !== null;
  const comparison = compareFigures(said.figures, again.figures, moneyIsHidden);
  const { partner = [], sector = [], region = [] } = input.rows.domains;
  const own = Object.entries(said.labels).map(([name, codes]) => [name, Object.keys(codes)]);
  const codes = { ...(Object.fromEntries(own) as Codes), partner, sector, region };
  const sums = moneyIsHidden ? checkSums(said.figures, codes) : [];
  const faults: RecomputeFault[] = [];
  if (!isAlike(said.curves, again.curves)) {
    const file = `indicators/${id}/curves.json`;
    faults.push({ indicator: id, file, sentence: "A curve does not come out as published." });
  }
  if (!isAlike(said.headline, makeHeadline(input.definition, said.figures))) {
    const sentence = "The headline or its change does not follow from the figures.";
    faults.push({ indicator: id, file: "headlines.json", sentence });
  }
  const differing = [...comparison.differing, ...sums];
  return { ...comparison, differing, faults, recomputed: again.figures };
}

type Codes = Readonly<Record<string, readonly string[]>>;

function refuseRows(indicator: string, { figures }: Said): CheckedIndicator {
  const why = "the rows behind it are not what its measure needs";
  return {
    ...{ agreed: 0, differing: [], recomputed: [] },
    notRecomputable: figures.map((figure) => ({ ...pickName(figure), why })),
    faults: [
      {
        indicator,
        file: `indicators/${indicator}/rows.json`,
        sentence: "The rows are not what the measure needs.",
      },
    ],
  };
}

/** Whether two values of JSON say the same, their numbers but for rounding. */
export function isAlike(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) {
    return isSame(a, b);
  }
  const [own, other] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    own.length === other.size &&
    own.every(([key, value]) => other.has(key) && isAlike(value, other.get(key)))
  );
}
