import { formatCents } from "../disclosure/amounts/amount-base.ts";
import { nameOfCell } from "../disclosure/amounts/amount-cells.ts";
import type { ShownAmount, ShownAmounts } from "../disclosure/amounts/shown.ts";
import { policyFor, type FigurePolicy } from "../disclosure/figure-rules.ts";
import { noiseOf, type PublishedError } from "../disclosure/noise.ts";
import { protectIndicator, type DisclosedIndicator } from "../disclosure/protect.ts";
import type { Edges } from "../disclosure/tallies/band.ts";
import type { EstimatedText } from "../indicators/columns.ts";
import { mergeCells } from "../indicators/merge.ts";
import type { IndicatorRows } from "../indicators/rows.ts";
import type { AmountProof, Definition } from "../release/schema.ts";

/** All that the figures of an indicator follow from; each is a file of the release. */
export interface RecomputeInput {
  /** `indicators/<id>/definition.json`. */
  readonly definition: Definition;
  /** `indicators/<id>/rows.json`, or what the definition's SQL gives on the published tallies. */
  readonly rows: IndicatorRows;
  /** The last of `policy.json`. */
  readonly policy: FigurePolicy;
  /** `edges` of `certificate.json`; undefined for a tier of exact tallies, which has none. */
  readonly edges: Edges | undefined;
  /** `errors` of `disclosure.json`. */
  readonly errors: readonly PublishedError[];
  /** `amounts` of `certificate.json`; none for a tier of exact tallies. */
  readonly amounts: readonly AmountProof[];
}

/**
 * Works out every figure and curve of an indicator again from its rows: merged over each breakdown,
 * estimated, then hidden or rounded by the rules of the tier. Pure, and the code that made the release.
 * Sums of money of a protected tier are not in its tallies; they are those of its certificate.
 * @throws RangeError or TypeError when the rows are not what the definition's measure needs
 */
export function recomputeIndicator(input: RecomputeInput): DisclosedIndicator {
  const { definition, rows, edges, errors, amounts } = input;
  const policy = policyOf(input);
  const text = textOf(definition);
  return protectIndicator(policy, { id: definition.id, text }, mergeCells(rows, text), {
    limit: definition.limit?.value,
    edges: edges ?? { minutes: [], days: [], percent: 1 },
    noise: (breakdown) => noiseOf(errors, definition, breakdown),
    amounts: policy.protection === null ? undefined : readSums(definition.id, amounts),
  });
}

/** The sums of money of an indicator as its release shows them, by the certificate. */
function readSums(indicator: string, amounts: readonly AmountProof[]): ShownAmounts {
  const own = amounts.filter((proof) => proof.indicator === indicator);
  const shown = ({ published }: AmountProof["cells"][number]): ShownAmount =>
    published === null
      ? { total: "", state: "primary" }
      : { total: formatCents(published), state: "shown" };
  return {
    sums: new Map(
      own.map(({ statistic, cells }) => [
        statistic,
        new Map(cells.map((cell) => [nameOfCell(cell), shown(cell)])),
      ]),
    ),
  };
}

/** What of the tier's policy an indicator is under. */
export function policyOf({
  definition,
  policy,
}: Pick<RecomputeInput, "definition" | "policy">): FigurePolicy {
  return policyFor(
    policy,
    definition.tallies.map(({ name }) => name),
  );
}

/** A published definition as the code that estimates reads it. */
export function textOf(definition: Definition): EstimatedText {
  const { measure, unit, binUnit, per, statistics, breakdowns } = definition;
  return {
    ...{ measure, unit, breakdowns },
    ...(binUnit === null ? {} : { binUnit }),
    ...(per === null ? {} : { per }),
    ...(statistics[0] === undefined ? {} : { headline: statistics[0].name }),
  };
}
