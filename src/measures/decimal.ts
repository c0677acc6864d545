/** A decimal number without rounding: `units` divided by 10 to the power of `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const pattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads a decimal such as "12.50", "-3", ".5" or "1e+05"; undefined for anything else, for
 * exponents beyond 300 and for thousands separators.
 */
export function findDecimal(text: string): Decimal | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const scale = fraction.length - Number(exponent);
  if (whole + fraction === "" || Math.abs(Number(exponent)) > 300) return undefined;
  const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  return scale >= 0 ? { units: digits, scale } : { units: digits * tenTo(-scale), scale: 0 };
}

/** The same number with at least `scale` digits after the point, as its units. */
export function unitsAt(decimal: Decimal, scale: number): bigint {
  if (scale === decimal.scale) return decimal.units;
  return decimal.units * tenTo(scale - decimal.scale);
}

/** The decimal as text, with as many digits after the point as its scale: "12.50". */
export function formatDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const sign = units < 0n ? "-" : "";
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-scale)}`;
}

/** The nearest double. */
export function decimalToNumber(decimal: Decimal): number {
  return Number(formatDecimal(decimal));
}

/** Adds decimals without rounding; the sum keeps the most digits that any of them has. */
export function addDecimals(decimals: readonly Decimal[]): Decimal {
  const scale = decimals.reduce((most, decimal) => Math.max(most, decimal.scale), 0);
  const units = decimals.reduce((sum, decimal) => sum + unitsAt(decimal, scale), 0n);
  return { units, scale };
}

/** One decimal divided by another as the nearest double but for its last digit; null where by 0. */
export function divideDecimals(dividend: Decimal, divisor: Decimal): number | null {
  if (divisor.units === 0n) return null;
  const scale = Math.max(dividend.scale, divisor.scale);
  const [above, below] = [dividend, divisor].map((one) => unitsAt(one, scale)) as [bigint, bigint];
  // As many digits more as a double can hold, whatever the size of the quotient.
  const digits = Math.max(0, below.toString().length - above.toString().length) + quotientDigits;
  return decimalToNumber({ units: (above * tenTo(digits)) / below, scale: digits });
}

const quotientDigits = 25;

function tenTo(power: number): bigint {
  return 10n ** BigInt(power);
}
