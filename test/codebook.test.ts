import { expect, test } from "vitest";
import { readMeta } from "../src/records/contract.ts";
import { discoverContracts } from "../src/records/discover.ts";
import { makeJsonSchema, makeTemplate } from "../src/release/codebook.ts";

const contracts = await discoverContracts();

test.each(contracts)("the template of $kind fulfils its own contract", (contract) => {
  const [header, row] = makeTemplate(contract)
    .split("\n")
    .map((line) => line.split(","));
  expect(header).toEqual(Object.keys(contract.fields));
  const record = Object.fromEntries(
    Object.entries(contract.fields).map(([name, field], at) => {
      const text = row![at]!;
      const { type } = readMeta(field);
      return [
        name,
        type === "integer" || type === "boolean" ? (JSON.parse(text) as unknown) : text,
      ];
    }),
  );
  for (const [name, field] of Object.entries(contract.fields)) {
    expect(field.safeParse(record[name]).success, name).toBe(true);
  }
  for (const rule of contract.rules) expect(rule.holds(record), rule.name).toBe(true);
});

test.each(contracts)("the JSON Schema of $kind uses only words of JSON Schema", (contract) => {
  interface Schema {
    properties: Record<string, { type?: string; anyOf?: { type?: string }[] }>;
  }
  const { properties } = makeJsonSchema(contract) as Schema;
  const types = Object.values(properties).flatMap(({ type, anyOf = [] }) => [
    ...(type === undefined ? [] : [type]),
    ...anyOf.map((one) => one.type),
  ]);
  const known = ["string", "integer", "boolean", "null"];
  expect(types.filter((type) => !known.includes(type!))).toEqual([]);
});
