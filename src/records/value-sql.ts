import { z } from "zod";
import { quoteText } from "../engines/duckdb.ts";
import type { FieldMeta } from "./contract.ts";
import { earliestDate, latestDate } from "./fields.ts";
import { sqlIsPlainKey } from "./guard.ts";

/** A value's field in the contract and the column that it comes in. */
export interface Form {
  readonly zod: z.ZodType;
  readonly meta: FieldMeta;
  readonly given: string;
  readonly value: string;
  readonly givenType: string;
  readonly stored: string;
  readonly currency: string;
}

export interface Compiled {
  readonly typed: string;
  readonly valid: string;
  readonly surely?: string;
}

/** Makes the SQL of one form of value for a column of the given SQL type. */
export function compileForm(form: Form): Compiled {
  switch (form.meta.type) {
    case "key":
      return compileKey(form);
    case "code":
      return { typed: `try_cast(${asText(form)} as ${form.stored})`, valid: present(form) };
    case "currency":
      return {
        typed: asText(form),
        valid: `regexp_full_match(${form.value}, ${quoteText(patternOf(form.zod))})`,
        surely: `${form.value} = ${quoteText(form.currency)}`,
      };
    case "timestamp":
      return compileTimestamp(form);
    case "date":
      return compileDate(form);
    case "integer":
      return compileInteger(form);
    case "decimal":
      return compileDecimal(form);
    case "boolean":
      return compileBoolean(form);
  }
}

function compileKey(form: Form): Compiled {
  const text = asText(form);
  return {
    typed: text,
    valid: `regexp_full_match(${text}, ${quoteText(patternOf(form.zod))})`,
    surely: sqlIsPlainKey(text),
  };
}

function compileTimestamp(form: Form): Compiled {
  const { given, value, givenType } = form;
  const inRange = `${value} >= timestamp '${earliestDate}' and ${value} < timestamp '${latestDate}'`;
  if (!givenType.startsWith("TIMESTAMP")) {
    const text = asText(form);
    const same = `strlen(${text}) = 19 and ${value}::varchar = ${text}`;
    return { typed: `try_cast(${text} as timestamp)`, valid: `${inRange} and ${same}` };
  }
  const whole =
    givenType === "TIMESTAMP_NS"
      ? `epoch_ns(${given}) % 1000000000 = 0`
      : `epoch_us(${value}) % 1000000 = 0`;
  const typed = givenType === "TIMESTAMP" ? given : `try_cast(${given} as timestamp)`;
  return {
    typed,
    valid: givenType === "TIMESTAMP_S" ? inRange : `${inRange} and ${whole}`,
  };
}

function compileDate(form: Form): Compiled {
  const { given, value, givenType } = form;
  const inRange = `${value} >= date '${earliestDate}' and ${value} < date '${latestDate}'`;
  if (givenType === "DATE") return { typed: given, valid: inRange };
  if (givenType.startsWith("TIMESTAMP")) {
    const same = `${value}::timestamp = ${given}::timestamp`;
    return { typed: `try_cast(${given} as date)`, valid: `${inRange} and ${same}` };
  }
  const text = asText(form);
  return {
    typed: `try_cast(${text} as date)`,
    valid: `${inRange} and ${value}::varchar = ${text}`,
  };
}

function compileInteger(form: Form): Compiled {
  const { zod, given, value, givenType, stored } = form;
  const { minimum, maximum } = rangeOf(zod);
  const inRange = `${value} between ${minimum} and ${maximum}`;
  if (isInteger(givenType)) return { typed: `try_cast(${given} as ${stored})`, valid: inRange };
  if (isReal(givenType)) {
    return {
      typed: `try_cast(${given} as ${stored})`,
      valid: `${inRange} and ${given} = trunc(${given})`,
    };
  }
  const text = asText(form);
  return {
    typed: `try_cast(${text} as ${stored})`,
    valid: `${inRange} and ${value}::varchar = ${text}`,
  };
}

function compileDecimal(form: Form): Compiled {
  const { zod, given, value, givenType } = form;
  const inRange = `${value} between 0 and 999999999999999.99`;
  if (isInteger(givenType) || isReal(givenType)) {
    const typed = `try_cast(${given} as decimal(18, 2))`;
    const floating = givenType === "DOUBLE" || givenType === "FLOAT";
    const same = floating ? `${value}::${givenType} = ${given}` : `${value} = ${given}`;
    return { typed, valid: `${inRange} and ${same}` };
  }
  const text = asText(form);
  return {
    typed: `try_cast(${text} as decimal(18, 2))`,
    valid: `${inRange} and regexp_full_match(${text}, ${quoteText(patternOf(zod))})`,
  };
}

/** Only true and false are read: a partner's own words for them are mapped as codes. */
function compileBoolean(form: Form): Compiled {
  if (form.givenType === "BOOLEAN") return { typed: form.given, valid: present(form) };
  const text = asText(form);
  return {
    typed: `case ${text} when 'true' then true when 'false' then false end`,
    valid: present(form),
  };
}

function present({ value }: Form): string {
  return `${value} is not null`;
}

function asText({ given, givenType }: Form): string {
  return isText(givenType) ? given : `cast(${given} as varchar)`;
}

export function isText(type: string): boolean {
  return type === "VARCHAR";
}

function isInteger(type: string): boolean {
  return /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type);
}

function isReal(type: string): boolean {
  return type === "DOUBLE" || type === "FLOAT" || type.startsWith("DECIMAL(");
}

function rangeOf(zod: z.ZodType): { minimum: number; maximum: number } {
  const { minimum, maximum } = jsonSchema(zod);
  return { minimum: minimum!, maximum: maximum! };
}

/** The pattern that zod holds a text to; the engine matches it against the whole text. */
function patternOf(zod: z.ZodType): string {
  return jsonSchema(zod).pattern!;
}

interface JsonSchema {
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly anyOf?: JsonSchema[];
}

function jsonSchema(zod: z.ZodType): JsonSchema {
  const schema = z.toJSONSchema(zod) as JsonSchema;
  return schema.anyOf?.find(({ type }) => type !== "null") ?? schema;
}
