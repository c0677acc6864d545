/**
 * Regularised incomplete beta function: the chance that a beta variable with shapes a and b is at
 * most x. Continued fraction by the modified Lentz method, carried to machine precision.
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22; Press et al., Numerical
 * Recipes, section 6.4.
 * @param x between 0 and 1
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logBetaDensity(x, a, b)) * x * (1 - x);
  if (x < (a + 1) / (a + b + 2)) return (front * continuedFraction(x, a, b)) / a;
  return 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

/** Natural logarithm of the density of the beta distribution. */
export function logBetaDensity(x: number, a: number, b: number): number {
  return (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b);
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** Logarithm of the beta function; the large parts of the gamma functions cancel in the algebra. */
export function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  const sum = a + b;
  const rest = stirlingRest(small) + stirlingRest(large) - stirlingRest(sum);
  const half = 0.5 * Math.log((2 * Math.PI * sum) / (small * large));
  return half + small * Math.log(small / sum) - large * Math.log1p(small / large) + rest;
}

/** What Stirling's formula leaves of log gamma(z); small z are first raised by the recurrence. */
function stirlingRest(z: number): number {
  if (z < 15) {
    const step = 1 - (z + 0.5) * Math.log1p(1 / z);
    return stirlingRest(z + 1) - step;
  }
  const inverse = 1 / (z * z);
  const series = 1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188));
  return (1 / 12 - inverse * series) / z;
}
