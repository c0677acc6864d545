import { DataType, RecordBatchReader, type RecordBatch } from "apache-arrow";
import { rowLimit, valueLimit, type QueryResult, type ResultColumn } from "../messages.ts";
import { writeValue } from "./write-value.ts";

/** How many characters of a result are kept at most, and as how many a value counts beside its own. */
const characterLimit = 50_000_000;
const valueCost = 10;

/**
 * Reads an answer of DuckDB as text, exactly as the values are, up to a number of rows.
 * @param pieces Arrow's stream format
 * @returns undefined where the pieces end before they tell of any column
 */
export async function readResult(
  pieces: AsyncIterable<Uint8Array>,
): Promise<Omit<QueryResult, "seconds"> | undefined> {
  const reader = await RecordBatchReader.from(pieces);
  await reader.open();
  if (!hasBegun(reader)) return undefined;
  const columns = reader.schema.fields.map((field) => {
    const type = field.type as DataType;
    return { name: field.name, type, isNumber: isNumber(type), values: [] as (string | null)[] };
  });
  let [rows, characters, cut, shortened] = [0, 0, false, false];
  for await (const batch of reader as AsyncIterable<RecordBatch>) {
    for (let row = 0; row < batch.numRows && !cut; row += 1) {
      cut = rows === rowLimit || characters > characterLimit;
      if (cut) break;
      for (const [at, { type, values }] of columns.entries()) {
        const whole = writeValue(batch.getChildAt(at)?.get(row) as unknown, type);
        const written = whole?.slice(0, valueLimit) ?? null;
        shortened ||= written?.length !== whole?.length;
        characters += valueCost + (written?.length ?? 0);
        values.push(written);
      }
      rows += 1;
    }
    if (cut) break;
  }
  return { columns: columns.map(withoutType), rows, cut, shortened };
}

/** Arrow's own type promises a schema, which a stream without pieces does not bring. */
function hasBegun({ schema }: { readonly schema: unknown }): boolean {
  return schema !== undefined;
}

function withoutType({ name, isNumber: is, values }: ResultColumn): ResultColumn {
  return { name, isNumber: is, values };
}

function isNumber(type: DataType): boolean {
  return DataType.isInt(type) || DataType.isFloat(type) || DataType.isDecimal(type);
}
