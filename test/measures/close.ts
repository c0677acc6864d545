import { expect } from "vitest";

/** Holds a number to a reference value with a relative 1e-9, or 1e-12 beside 0. */
export function expectClose(actual: number | null | undefined, reference: number): void {
  if (actual === null || actual === undefined) throw new Error("no number where one is expected");
  const allowed = Math.max(Math.abs(reference) * 1e-9, 1e-12);
  expect(Math.abs(actual - reference), `${actual} against ${reference}`).toBeLessThanOrEqual(
    allowed,
  );
}
