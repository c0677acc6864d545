/** Sums of columns, of which those that others imply are dropped. */
export type Sum = readonly number[];

/** A prime small enough that products of two remainders are exact. */
const prime = 33_554_393;

/**
 * Chooses sums that are linearly independent, short ones first, by Gaussian elimination modulo a
 * prime. What is independent modulo a prime is so; that a sum is dropped only because of the prime is
 * next to impossible, and is found when the result is checked.
 * @param columns how many columns there are
 * @returns indices into `sums`
 */
export function chooseIndependent(sums: readonly Sum[], columns: number): number[] {
  const order = [...sums.keys()].sort((a, b) => sums[a]!.length - sums[b]!.length || a - b);
  const pivots: (Float64Array | undefined)[] = Array.from({ length: columns });
  return order.filter((at) => {
    const row = new Float64Array(columns);
    for (const column of sums[at]!) row[column] = 1;
    const lead = reduce(row, pivots);
    if (lead < 0) return false;
    divide(row, lead);
    pivots[lead] = row;
    return true;
  });
}

/** Subtracts pivot rows, and returns the first column that is left, or -1. */
function reduce(row: Float64Array, pivots: readonly (Float64Array | undefined)[]): number {
  for (let column = 0; column < row.length; column++) {
    const factor = row[column]!;
    if (factor === 0) continue;
    const pivot = pivots[column];
    if (pivot === undefined) return column;
    for (let at = column; at < row.length; at++) {
      if (pivot[at] !== 0) row[at] = (row[at]! + (prime - factor) * pivot[at]!) % prime;
    }
  }
  return -1;
}

function divide(row: Float64Array, lead: number): void {
  const inverse = power(row[lead]!, prime - 2);
  for (let at = lead; at < row.length; at++) row[at] = (row[at]! * inverse) % prime;
}

/** By Fermat's little theorem, a power of prime − 2 is the inverse. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
