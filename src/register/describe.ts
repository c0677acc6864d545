import type { AuditRegister } from "./read.ts";

/** The register in one line for a terminal, to follow the report of a check; empty without one. */
export function describeRegister(register: AuditRegister | undefined): string {
  if (register === undefined) return "";
  const findings = register.findings.length;
  const recommendations = register.findings.flatMap((file) => file.recommendations).length;
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
  return `\nThe audit register holds ${count(findings, "finding")} and ${count(recommendations, "recommendation")}, without a fault.`;
}
