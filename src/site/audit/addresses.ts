import { at } from "../addresses.ts";

/** The name of a submitted file in addresses: "harbour.2025-10_2026-09.incidents.2026-07-10". */
export function nameSubmission(id: string): string {
  return id.replaceAll(/[/@]/g, ".").replaceAll(/[^\w.-]/g, "-");
}

/** The page of a submitted file. */
export function submissionPage(id: string): string {
  return at(`/submissions/${nameSubmission(id)}/`);
}
