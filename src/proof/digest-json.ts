import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical.ts";

/** SHA-256 of a value's canonical JSON, in hexadecimal. */
export function digestJson(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
