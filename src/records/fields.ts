import { z } from "zod";
import type { Rule } from "./contract.ts";

/** What every field says of itself. */
interface Words {
  readonly description: string;
  readonly example: string;
  readonly unit?: string;
}

export const earliestDate = "1990-01-01";
export const latestDate = "2100-01-01";

/** A pseudonym made by the partner: letters, digits, hyphen and underscore. */
export function keyField(words: Words): z.ZodType {
  return z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .meta({ ...words, type: "key" });
}

/** One of the codes of a terminology. */
export function codeField(codes: Readonly<Record<string, string>>, words: Words): z.ZodType {
  return z
    .enum(Object.keys(codes) as [string, ...string[]])
    .meta({ ...words, type: "code", codes });
}

/** A moment in UTC, "2026-03-03 14:05:00"; seconds are kept. */
export function timestampField(words: Words): z.ZodType {
  return z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)
    .refine((text) => isRealMoment(text), "no such moment")
    .meta({ ...words, type: "timestamp" });
}

/** A calendar day, "2026-03-03"; `ahead` where it may lie after the day of submission. */
export function dateField(words: Words & { readonly ahead?: boolean }): z.ZodType {
  return z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine((text) => isRealMoment(`${text} 00:00:00`), "no such day")
    .meta({ ...words, type: "date" });
}

export function integerField(range: { min: number; max: number }, words: Words): z.ZodType {
  return z
    .int()
    .min(range.min)
    .max(range.max)
    .meta({ ...words, type: "integer" });
}

/** A sum of money, not negative, at most two decimals, as exact text: "1250.00". */
export function moneyField(words: Words): z.ZodType {
  return decimalField(words);
}

/** A number, not negative, at most two decimals, as exact text: "1.25". */
export function decimalField(words: Words): z.ZodType {
  return z
    .string()
    .regex(/^\d{1,15}(\.\d{1,2})?$/)
    .meta({ ...words, type: "decimal" });
}

export function booleanField(words: Words): z.ZodType {
  return z.boolean().meta({ ...words, type: "boolean" });
}

/** A currency code of ISO 4217, which must be the programme's own. */
export function currencyField(words: Words): z.ZodType {
  return z
    .string()
    .regex(/^[A-Z]{3}$/)
    .meta({ ...words, type: "currency" });
}

/** The field may be empty; it keeps what it says of itself. */
export function optional(field: z.ZodType): z.ZodType {
  return field.nullable().meta(field.meta()!);
}

/** A rule that one moment or day is not before another, where both are known. */
export function notBefore(later: string, earlier: string, sentence: string): Rule {
  return {
    name: `${later}_not_before_${earlier}`,
    sentence,
    sql: `${later} >= ${earlier}`,
    holds: (row) => {
      const [a, b] = [row[later], row[earlier]];
      return typeof a !== "string" || typeof b !== "string" || a >= b;
    },
  };
}

function isRealMoment(text: string): boolean {
  const iso = `${text.replace(" ", "T")}Z`;
  const time = Date.parse(iso);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 19) !== iso.slice(0, 19)) {
    return false;
  }
  const day = text.slice(0, 10);
  return day >= earliestDate && day < latestDate;
}
