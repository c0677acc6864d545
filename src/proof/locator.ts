/**
 * Two sums over the bytes of a file from which a single changed byte can be found: of the bytes, and
 * of the bytes times their places (from 1), both modulo 2^31 − 1. They prove nothing; the file's
 * SHA-256 does, once the byte is put back.
 */
export type Locator = readonly [sum: number, moment: number];

/** The first byte that differs from what was published. */
export interface ChangedByte {
  /** Counted from 0. */
  readonly offset: number;
  readonly is: number;
  readonly was: number;
}

const prime = 2_147_483_647;

/** So many bytes are added up before the remainder is taken; both of their sums fit 31 bits. */
const stretch = 2048;

export function makeLocator(bytes: Uint8Array): Locator {
  let sum = 0;
  let moment = 0;
  for (let start = 0; start < bytes.length; start += stretch) {
    const end = Math.min(start + stretch, bytes.length);
    let own = 0;
    let ownMoment = 0;
    for (let at = start; at < end; at++) {
      own += bytes[at]!;
      ownMoment += bytes[at]! * (at - start + 1);
    }
    sum += own;
    moment = (moment + start * own + ownMoment) % prime;
  }
  return [sum % prime, moment];
}

/**
 * The byte that was changed, if just one was: with a byte changed by d at place i, the sums differ by
 * d and i·d. Whoever asks still has to compare the digest with that byte put back.
 * @returns undefined where more or less than one byte was changed
 */
export function locateChange(bytes: Uint8Array, [sum, moment]: Locator): ChangedByte | undefined {
  const [sumNow, momentNow] = makeLocator(bytes);
  const change = toSigned(sumNow - sum);
  if (change === 0 || Math.abs(change) > 255) return undefined;
  const place = divide(momentNow - moment, change);
  const is = bytes[place - 1];
  if (is === undefined) return undefined;
  const was = is - change;
  return was < 0 || was > 255 ? undefined : { offset: place - 1, is, was };
}

function toSigned(difference: number): number {
  const positive = ((difference % prime) + prime) % prime;
  return positive > prime / 2 ? positive - prime : positive;
}

/** Division modulo the prime; by Fermat, 1/d is d to the power of the prime less two. */
function divide(numerator: number, denominator: number): number {
  const modulus = BigInt(prime);
  const positive = (value: number): bigint => ((BigInt(value) % modulus) + modulus) % modulus;
  let inverse = 1n;
  let power = positive(denominator);
  for (let exponent = modulus - 2n; exponent > 0n; exponent >>= 1n) {
    if ((exponent & 1n) === 1n) inverse = (inverse * power) % modulus;
    power = (power * power) % modulus;
  }
  return Number((positive(numerator) * inverse) % modulus);
}
