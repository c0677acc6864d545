/**
 * The chance that a chi-squared variable is at least so large: the regularised upper incomplete
 * gamma function Q(degrees / 2, statistic / 2), by its series or its continued fraction.
 * Source: NIST Digital Library of Mathematical Functions, 8.11.4 and 8.9.2; Press et al., Numerical
 * Recipes, section 6.2.
 * @param degrees degrees of freedom, at least 1
 */
export function chiSquaredTail(statistic: number, degrees: number): number {
  const [x, a] = [statistic / 2, degrees / 2];
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * sumSeries(x, a) : front * runFraction(x, a);
}

const precise = 1e-15;

function sumSeries(x: number, a: number): number {
  let [term, sum] = [1 / a, 1 / a];
  for (let n = a + 1; Math.abs(term) > Math.abs(sum) * precise; n += 1) {
    term *= x / n;
    sum += term;
  }
  return sum;
}

/** By the modified Lentz method. */
function runFraction(x: number, a: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 10_000; n += 1) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / (Math.abs(factor * d + b) < tiny ? tiny : factor * d + b);
    c = Math.abs(b + factor / c) < tiny ? tiny : b + factor / c;
    value *= d * c;
    if (Math.abs(d * c - 1) < precise) break;
  }
  return value;
}

/** Lanczos's approximation, to about 1e-15 for half-integers and integers above 0. */
function logGamma(x: number): number {
  const coefficients = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const sum = coefficients.reduce(
    (total, coefficient, at) => total + coefficient / (shifted + at + 1),
    0.99999999999980993,
  );
  const t = shifted + 7.5;
  return Math.log(Math.sqrt(2 * Math.PI)) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}
