import { attackTable } from "../attack/attack.ts";
import { Problem } from "../problem.ts";
import { checkWitnesses, publishSums } from "../proof/witnesses.ts";
import type { Table } from "../tables/table.ts";
import type { AmountBook } from "./amounts.ts";
import type { AmountProof } from "./schema.ts";
import type { Tier } from "./tier.ts";

/**
 * For each sum of money of an indicator: what is published, and witnesses that nothing hidden can be told.
 * @throws Problem (exit code 2) when the attacker tells a hidden sum to within the policy's p %
 */
export async function proveAmounts(book: AmountBook, tier: Tier): Promise<AmountProof[]> {
  const percent = tier.policy.protection!.amounts.value.pPercent;
  const proofs: AmountProof[] = [];
  for (const { indicator, statistic, done } of book.of(tier.policy.tier)) {
    const cells = done.protected.cells.map(({ cell, members, cents, state }) => ({
      breakdown: cell.breakdown,
      category: cell.category,
      subcategory: cell.subcategory,
      from: cell.from,
      to: cell.to,
      published: state === "shown" ? cents : null,
      members: [...members],
    }));
    const base = done.protected.classes;
    // Witnesses fit what earlier releases have said, too; who checks them may leave that out.
    const known = done.protected.known.map(({ cents, members: own }) => ({
      ...{ published: cents, members: [...own] },
    }));
    const all = [...cells, ...known];
    const { told } = done.protected;
    const need = { width: 1, percent };
    const knowing = await findWitnesses(all, base);
    const untold = all.filter((_, at) => !told.has(at));
    // What earlier releases tell by themselves, this one at least does not.
    const witnesses =
      told.size === 0 ? knowing : [...knowing, ...(await findWitnesses(cells, base))];
    const isProven =
      checkWitnesses(publishSums(base, untold), need, knowing).length === 0 &&
      checkWitnesses(publishSums(base, cells), need, witnesses).length === 0;
    if (!isProven) throw tooNarrow(tier.policy.tier, `${indicator} (${statistic})`);
    proofs.push({ indicator, statistic, base, cells, witnesses });
  }
  return proofs;
}

function tooNarrow(tier: string, indicator: string): Problem {
  return new Problem(
    "attack",
    `The ${tier} tier does not withstand the attack: a hidden sum of ${indicator} can be told too closely.`,
    "Nothing was released. This is a fault in the protection, not in your data: please report it with this line, which holds nothing from a record.",
    2,
  );
}

/** Tables that the attacker came upon, as few as show all that he could not tell. */
async function findWitnesses(
  cells: readonly Pick<AmountProof["cells"][number], "published" | "members">[],
  base: number,
): Promise<number[][]> {
  const hidden = cells.flatMap(({ published }, at) => (published === null ? [at] : []));
  if (hidden.length === 0) return [];
  const table: Table = {
    ...{ id: "amounts", kind: "amounts", threshold: null },
    inner: Array.from({ length: base }, () => 0),
    cells: cells.map(({ published, members }) => ({ value: published ?? 0, count: null, members })),
    rule: { type: "p_percent", p: 1 },
  };
  const found: { readonly values: number[]; readonly sums: number[] }[] = [];
  await attackTable(
    table,
    { published: cells.map(({ published }) => published) },
    {
      witness: (values) => {
        const sums = hidden.map((at) =>
          cells[at]!.members.reduce((sum, member) => sum + values[member]!, 0),
        );
        found.push({ values: [...values], sums });
      },
    },
  );
  const wanted = new Set<number>();
  hidden.forEach((_, at) => {
    const sums = found.map((one) => one.sums[at]!);
    wanted.add(sums.indexOf(Math.min(...sums)));
    wanted.add(sums.indexOf(Math.max(...sums)));
  });
  return [...wanted]
    .filter((at) => at >= 0)
    .sort((a, b) => a - b)
    .map((at) => found[at]!.values);
}
