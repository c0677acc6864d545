import { checkWitnesses } from "../proof/witnesses.ts";
import type { Certificate } from "../release/schema.ts";
import type { Check } from "./release.ts";

/** Whether no hidden sum of money can be told to within the policy's p %. */
export function checkAmounts({ amounts }: Certificate, percent: number): Check {
  const faults = amounts.flatMap(({ indicator, ...table }) =>
    checkWitnesses(table, percent).map((fault) => `${indicator}: ${fault}`),
  );
  const hidden = amounts.flatMap(({ cells }) =>
    cells.filter(({ published }) => published === null),
  );
  return {
    name: "sums of money",
    holds: `none of ${hidden.length} hidden sums can be told to within ${percent}%`,
    faults,
  };
}
