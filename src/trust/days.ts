import { logProblems } from "./log-problems.ts";

/**
 * A day that an operator gave, or today's in UTC: for acts of an operator, never for a build.
 * @throws Problem for what is no day of the calendar
 */
export function readDay(given: string | undefined): string {
  if (given === undefined) return new Date().toISOString().slice(0, 10);
  const time = Date.parse(`${given}T00:00:00Z`);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(time);
  if (real && new Date(time).toISOString().startsWith(given)) return given;
  throw logProblems.notADay();
}

/** @param day such as 2026-07-31 */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
