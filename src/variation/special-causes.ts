/** A value of a process beside what the process does while nothing changes it. */
export interface ChartedValue {
  readonly value: number;
  readonly mean: number;
  readonly sigma: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

const runLength = 7;

/**
 * Which values of one stretch of a process are more than chance: beyond a limit; part of seven in a
 * row that each rise, or each fall; part of seven in a row on one side of the mean; beyond two sigma
 * together with another of three in a row on one side, none of the two beyond a limit. Every member
 * of a run is marked.
 *
 * Source: the rules of NHS England's Making Data Count, as NHSRplotthedots 0.2.2 applies them.
 */
export function findSpecialCauses(values: readonly ChartedValue[]): readonly boolean[] {
  const sides = values.map(sideOfMean);
  const steps = values.map(({ value }, i) =>
    i === 0 ? 0 : Math.sign(value - values[i - 1]!.value),
  );
  const marked = values.map(isOutside);
  const near = values.map((one, i) => !marked[i] && isBeyondTwoSigma(one));
  markRuns(marked, runLength, (at) => isOneDirection(sides.slice(at, at + runLength)));
  markRuns(marked, runLength, (at) => isOneDirection(steps.slice(at + 1, at + runLength)));
  for (let at = 0; at + 3 <= values.length; at += 1) {
    const three = near.slice(at, at + 3);
    if (three.filter(Boolean).length < 2 || !isOneDirection(sides.slice(at, at + 3))) continue;
    three.forEach((is, i) => (marked[at + i] ||= is));
  }
  return marked;
}

/** Above the mean 1, below it −1; 0 on it, but for the rounding of a mean. */
export function sideOfMean({ value, mean }: ChartedValue): number {
  return isAlike(value, mean) ? 0 : Math.sign(value - mean);
}

function markRuns(marked: boolean[], length: number, isRun: (at: number) => boolean): void {
  for (let at = 0; at + length <= marked.length; at += 1) {
    if (isRun(at)) marked.fill(true, at, at + length);
  }
}

function isOneDirection(signs: readonly number[]): boolean {
  return signs[0] !== 0 && signs.every((sign) => sign === signs[0]);
}

function isOutside({ value, lower, upper }: ChartedValue): boolean {
  if (lower === null || upper === null) return false;
  return (value < lower && !isAlike(value, lower)) || (value > upper && !isAlike(value, upper));
}

function isBeyondTwoSigma({ value, mean, sigma }: ChartedValue): boolean {
  if (sigma === null) return false;
  return value > mean + 2 * sigma || value < mean - 2 * sigma;
}

/** Whether two numbers are the same but for rounding. */
function isAlike(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}
