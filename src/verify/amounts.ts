import { checkWitnesses, publishSums } from "../proof/witnesses.ts";
import type { Certificate } from "../release/schema.ts";
import type { Finding } from "./check.ts";

/** Whether no hidden sum of money can be told to within the policy's p %. */
export function checkAmounts({ amounts }: Certificate, percent: number): Finding {
  const faults = amounts.flatMap(({ indicator, statistic, base, cells, witnesses }) =>
    checkWitnesses(publishSums(base, cells), { width: 1, percent }, witnesses).map(
      (fault) => `${indicator} (${statistic}): ${fault}`,
    ),
  );
  if (faults.length > 0) return faults;
  const cells = amounts.flatMap((table) => table.cells);
  const hidden = cells.filter(({ published }) => published === null);
  return `none of ${hidden.length} hidden sums can be told to within ${percent}%`;
}
