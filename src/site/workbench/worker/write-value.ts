import { DataType, TimeUnit } from "apache-arrow";

/** A value as text, exactly; null where there is none. Days and moments are as in ISO 8601. */
export function writeValue(value: unknown, type: DataType): string | null {
  if (value === null || value === undefined) return null;
  if (DataType.isDecimal(type)) return writeDecimal(value as Uint32Array, type.scale);
  if (DataType.isDate(type)) return new Date(Number(value)).toISOString().slice(0, 10);
  if (DataType.isTimestamp(type)) {
    const moment = new Date(Number(value)).toISOString();
    return moment.replace("T", " ").replace(/(\.000)?Z$/, "");
  }
  if (DataType.isTime(type)) return writeTime(value as number | bigint, type.unit);
  if (value instanceof Uint8Array) return `0x${Array.from(value, hex).join("")}`;
  if (typeof value === "object") return JSON.stringify(value, plainNumbers);
  return (value as string | number | bigint | boolean).toString();
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

/** Whole units in two's complement, the lowest 32 bits first, and how many of its digits are decimals. */
function writeDecimal(words: Uint32Array, scale: number): string {
  const bits = words.reduceRight((sum, word) => (sum << 32n) + BigInt(word >>> 0), 0n);
  const units = BigInt.asIntN(words.length * 32, bits);
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const sign = units < 0n ? "-" : "";
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}

function writeTime(value: number | bigint, unit: TimeUnit): string {
  const perSecond = [1, 1_000, 1_000_000, 1_000_000_000][unit] ?? 1;
  return new Date((Number(value) / perSecond) * 1000).toISOString().slice(11, 23);
}

/** Whole numbers beyond those of JSON are written as text. */
function plainNumbers(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
