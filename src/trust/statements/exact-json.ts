import type { z } from "zod";
import { trustProblems } from "../problems.ts";

/** JSON as this program writes it where it is read strictly. */
export function formatExactJson(value: unknown): string {
  return JSON.stringify(value, null, 1);
}

/**
 * Reads JSON that is written as `formatExactJson` writes it, with or without a last newline, so
 * that nothing in the file can differ and still be read as the same.
 * @throws Problem otherwise
 */
export function parseExactJson<T>(text: string, schema: z.ZodType<T>, what: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw trustProblems.malformed(what, "it is not JSON");
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const place = parsed.error.issues[0]!.path.join(".");
    throw trustProblems.malformed(
      what,
      `something is wrong at ${place === "" ? "its top" : place}`,
    );
  }
  const exact = formatExactJson(value);
  if (text === exact || text === `${exact}\n`) return parsed.data;
  throw trustProblems.malformed(what, "it is written in another way than this program writes it");
}
