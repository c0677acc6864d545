import type { z } from "zod";
import { decodeText } from "../trust/bytes.ts";
import type { Place } from "./place.ts";
import { verifyProblems } from "./problems.ts";

/** @throws Problem (a fault) where the file is missing or no JSON */
export async function readJson(place: Place, path: string): Promise<unknown> {
  const bytes = await place.read(path);
  if (bytes === undefined) throw verifyProblems.missing(path);
  try {
    return JSON.parse(decodeText(bytes) ?? "");
  } catch {
    throw verifyProblems.notAsFormatSays(path);
  }
}

/** @throws Problem (a fault) where the file is missing, or is not what FORMAT.md says of it */
export async function readParsed<T>(place: Place, path: string, type: z.ZodType<T>): Promise<T> {
  const parsed = type.safeParse(await readJson(place, path));
  if (parsed.success) return parsed.data;
  throw verifyProblems.notAsFormatSays(path);
}
