import { z } from "zod";
import type { Indicator } from "../indicators/discover.ts";
import { readMeta, type Contract } from "../records/contract.ts";
import type { CodebookKind } from "./schema.ts";

/** The contract of a record kind as a page of the codebook. */
export function makeCodebook(contract: Contract): CodebookKind {
  return {
    kind: contract.kind,
    title: contract.title,
    record: contract.record,
    key: contract.key,
    dated: contract.dated,
    fields: Object.entries(contract.fields).map(([name, field]) => {
      const meta = readMeta(field);
      return {
        name,
        description: meta.description,
        type: meta.type,
        unit: meta.unit ?? null,
        example: meta.example,
        required: !field.safeParse(null).success,
        codes: Object.entries(meta.codes ?? {}).map(([code, label]) => ({ code, label })),
      };
    }),
    rules: contract.rules.map(({ name, sentence, sql }) => ({ name, sentence, sql })),
  };
}

/** A CSV file to start from: the header, and one row of examples. */
export function makeTemplate(contract: Contract): string {
  const fields = Object.entries(contract.fields);
  const header = fields.map(([name]) => name).join(",");
  const example = fields.map(([, field]) => readMeta(field).example).join(",");
  return `${header}\n${example}\n`;
}

/** The JSON Schema of one record, for a partner's own tools; rules over several fields are apart. */
export function makeJsonSchema(contract: Contract): object {
  const record = z.strictObject({ ...contract.fields }).meta({ title: contract.title });
  return z.toJSONSchema(record, { override: ({ jsonSchema }) => useSchemaWords(jsonSchema) });
}

/** Puts our own words for a field into those of JSON Schema. */
function useSchemaWords(schema: Record<string, unknown>): void {
  const { type: kind, example } = schema;
  if (typeof example !== "string") return;
  for (const own of ["type", "codes", "example", "unit", "ahead"])
    Reflect.deleteProperty(schema, own);
  const type = kind === "integer" || kind === "boolean" ? kind : "string";
  if (schema["anyOf"] === undefined) schema["type"] = type;
  schema["examples"] = [type === "string" ? example : (JSON.parse(example) as unknown)];
}

/**
 * Words for every code of every dimension: of the contracts' coded fields, and of what indicators make
 * up themselves.
 */
export function listLabels(
  contracts: readonly Contract[],
  indicators: readonly Indicator[],
): Record<string, Record<string, string>> {
  const labels: Record<string, Record<string, string>> = {};
  labels["record_kind"] = Object.fromEntries(contracts.map(({ kind, title }) => [kind, title]));
  for (const contract of contracts) {
    for (const [name, field] of Object.entries(contract.fields)) {
      const { codes } = readMeta(field);
      if (codes !== undefined) labels[name] ??= { ...codes };
    }
  }
  for (const { text } of indicators) {
    for (const [name, codes] of Object.entries(text.labels ?? {})) {
      labels[name] = { ...labels[name], ...codes };
    }
  }
  return labels;
}
