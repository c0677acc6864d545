import type { Unit } from "../../release/schema.ts";

/** What a number is measured in, as far as words need it. */
export interface Scale {
  readonly unit: Unit;
  readonly currency: string;
  /** What a rate is given for, such as 1000. */
  readonly per: number | null;
  /** What counts of the tier were rounded to; null where they are exact. */
  readonly base: number | null;
}

const words: Partial<Record<Unit, readonly [one: string, many: string]>> = {
  hours: ["hour", "hours"],
  minutes: ["minute", "minutes"],
  days: ["day", "days"],
  months: ["month", "months"],
  points: ["percentage point", "percentage points"],
};

/** Groups thousands and writes a true minus sign: −1,234.5. */
export function formatPlain(value: number, decimals: number): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole, fraction] = fixed.split(".") as [string, string | undefined];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value < 0 && Number(fixed) !== 0 ? "−" : "";
  return sign + (fraction === undefined ? grouped : `${grouped}.${fraction}`);
}

/** By how much a fraction of 1 is multiplied where it is read: shares in per cent. */
export function factorOf(unit: Unit): number {
  return unit === "share" || unit === "points" ? 100 : 1;
}

/** The number as a table shows it, its unit in the header; of a share, decimals of the per cent. */
export function formatCell(value: number, { unit }: Pick<Scale, "unit">, decimals: number): string {
  return formatPlain(value * factorOf(unit), decimals);
}

/** The number as a sentence says it: "6.2 hours", "62.4%", "€4.1 million", "1,204". */
export function formatInWords(value: number, scale: Scale, decimals: number): string {
  if (scale.unit === "money") return formatMoney(value, scale.currency);
  const cell = formatCell(value, scale, decimals);
  if (scale.unit === "share") return `${cell}%`;
  const [one, many] = words[scale.unit] ?? ["", ""];
  return `${cell} ${/^−?1$/.test(cell) ? one : many}`.trim();
}

/** What stands in a column's header: "hours", "%", "EUR", "per 1,000"; nothing for counts. */
export function nameUnit(scale: Pick<Scale, "unit" | "currency" | "per">): string {
  switch (scale.unit) {
    case "share":
      return "%";
    case "money":
      return scale.currency;
    case "rate":
      return scale.per === null ? "rate" : `per ${formatPlain(scale.per, 0)}`;
    case "count":
      return "";
    case "score":
    case "ratio":
      return scale.unit;
    default:
      return words[scale.unit]![1];
  }
}

/** Sums of money in words people use: millions and billions with one decimal. */
function formatMoney(value: number, currency: string): string {
  const symbol = symbolOf(currency);
  const size = Math.abs(value);
  if (size >= 999_950_000) return `${symbol}${formatPlain(value / 1e9, 1)} billion`;
  if (size >= 1e6) return `${symbol}${formatPlain(value / 1e6, 1)} million`;
  return symbol + formatPlain(value, 0);
}

function symbolOf(currency: string): string {
  const parts = new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(0);
  const symbol = parts.find((part) => part.type === "currency")!.value;
  return symbol.length > 1 ? `${symbol} ` : symbol;
}

/** A file's size: "812 bytes", "14 kB", "2.1 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${formatPlain(bytes / 1000, bytes < 9950 ? 1 : 0)} kB`;
  return `${formatPlain(bytes / 1e6, 1)} MB`;
}

/** "no figures", "1 figure", "1,204 figures". */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return `${formatPlain(count, 0)} ${count === 1 ? one : many}`;
}

/** "Lantern", "Lantern and Ledger", "Lantern, Ledger and Beacon". */
export function joinWords(items: readonly string[], last: "and" | "or" = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)!}`;
}
