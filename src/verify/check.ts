import { Problem } from "../problem.ts";

/** One thing that was checked. */
export interface Check {
  readonly name: string;
  /** What holds, in a sentence, where there is no fault. */
  readonly holds: string;
  /** A sentence each; none holds a count. */
  readonly faults: readonly string[];
  /** Set where nothing is wrong, and nothing is proven either. */
  readonly unproven?: true;
}

/** What a check found: a sentence on what holds, or its faults. */
export type Finding = string | readonly string[] | { readonly unproven: string };

/**
 * Runs a check. What it calls may refuse: that is its fault.
 * @throws Problem where the check cannot be made at all
 */
export async function check(name: string, find: () => Promise<Finding>): Promise<Check> {
  try {
    const found = await find();
    if (typeof found === "string") return { name, holds: found, faults: [] };
    if ("unproven" in found) return { name, holds: found.unproven, faults: [], unproven: true };
    return { name, holds: "", faults: found };
  } catch (error) {
    if (!(error instanceof Problem) || error.exitCode !== 2) throw error;
    return { name, holds: "", faults: [error.message] };
  }
}
